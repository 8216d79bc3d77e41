# Style: logging, asserts, long names, addition of weighted channels
import logging

import numpy as np

logger = logging.getLogger(__name__)


def corr2d_multi_in_out_1x1(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    number_of_output_channels, number_of_input_channels, kernel_height, kernel_width = K.shape
    assert kernel_height == 1 and kernel_width == 1
    assert X.shape[0] == number_of_input_channels
    logger.debug("mixing %d channels into %d", number_of_input_channels, number_of_output_channels)
    mixed_image = np.zeros((number_of_output_channels, *X.shape[1:]), dtype=np.float64)
    for output_channel in range(number_of_output_channels):
        for input_channel in range(number_of_input_channels):
            weight = np.float64(K[output_channel, input_channel, 0, 0])
            mixed_image[output_channel] += weight * X[input_channel].astype(np.float64)
    return mixed_image
