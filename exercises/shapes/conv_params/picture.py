"""conv_params: how the number comes about."""

from convgrade.working import formula


def working(where, ci, co, kh, kw, groups=1, bias=True):
    """The weights of one filter, and its bias, times the filters."""
    seen = f"({ci} // {groups})" if groups > 1 else f"{ci}"
    weights, each = f"{seen}·{kh}·{kw}", ci // groups * kh * kw
    return formula(f"{co}·({weights} + 1)", co * (each + 1)) if bias else formula(f"{co}·{weights}", co * each)
