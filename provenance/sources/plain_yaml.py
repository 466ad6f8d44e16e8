"""YAML read as it is written: mappings, lists and strings, so that no name becomes a date or a truth value."""

from __future__ import annotations

import reprlib
from typing import Any


def read_plain(text: str) -> object:
    """Returns the content of a YAML document: dictionaries, lists and strings; None where there is none.

    It walks the parsed nodes itself, which takes half the time of building typed objects.

    Raises:
        yaml.YAMLError: It is not YAML, a key is no word or stands twice, or the content nests too deep or in itself.
    """
    import yaml

    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        return None if node is None else _plain(node, {})
    except RecursionError as error:
        raise yaml.YAMLError("it nests too deep") from error


def _plain(node: Any, made: dict[int, object]) -> object:
    """Returns the content of a node, made once however many aliases name it; ``made`` holds None meanwhile."""
    if node.id == "scalar":
        return node.value
    if id(node) not in made:
        made[id(node)] = None
        made[id(node)] = _mapping(node, made) if node.id == "mapping" else [_plain(x, made) for x in node.value]
    elif made[id(node)] is None:
        raise _broken("it holds itself by an alias", node)
    return made[id(node)]


def _mapping(node: Any, made: dict[int, object]) -> dict[str, object]:
    content: dict[str, object] = {}
    for name, value in node.value:
        if name.id != "scalar":
            raise _broken("a key is not a word", name)
        if name.value in content:
            raise _broken(f"{reprlib.repr(name.value)} stands twice here", name)
        content[name.value] = _plain(value, made)
    return content


def _broken(problem: str, node: Any) -> Exception:
    import yaml

    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
