# style: recursion, a grouped layer is two layers side by side with fewer groups
import logging

log = logging.getLogger(__name__)


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    if groups == 1:
        return ci * co * kh * kw + co * bias
    if groups % 2 == 0:
        return 2 * conv_params(ci // 2, co // 2, kh, kw, groups // 2, bias)
    log.debug("odd number of groups: %d", groups)
    return groups * conv_params(ci // groups, co // groups, kh, kw, 1, bias)
