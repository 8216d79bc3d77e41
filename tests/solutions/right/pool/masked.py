# Style: numpy.ma, padded cells are masked, generator of windows, long names
import numpy as np
import numpy.ma as ma


def generate_windows(masked_image, window_size, step_size, number_of_places):
    for row_number in range(number_of_places[0]):
        for column_number in range(number_of_places[1]):
            first_row = row_number * step_size[0]
            first_column = column_number * step_size[1]
            yield masked_image[first_row:first_row + window_size[0], first_column:first_column + window_size[1]]


def pool(X, size, stride=None, padding='valid', mode='max'):
    step_size = size if stride is None else stride
    image_height, image_width = X.shape
    if padding == 'same':
        number_of_places = (int(np.ceil(image_height / step_size[0])), int(np.ceil(image_width / step_size[1])))
        added_rows = max((number_of_places[0] - 1) * step_size[0] + size[0] - image_height, 0)
        added_columns = max((number_of_places[1] - 1) * step_size[1] + size[1] - image_width, 0)
    else:
        number_of_places = ((image_height - size[0]) // step_size[0] + 1, (image_width - size[1]) // step_size[1] + 1)
        added_rows = added_columns = 0
    masked_image = ma.masked_all((image_height + added_rows, image_width + added_columns), dtype=float)
    masked_image[added_rows // 2:added_rows // 2 + image_height,
                 added_columns // 2:added_columns // 2 + image_width] = X
    values = []
    for window in generate_windows(masked_image, size, step_size, number_of_places):
        if mode == 'max':
            values.append(float(window.max()))
        else:
            values.append(float(window.mean()))
    return np.array(values).reshape(number_of_places)
