"""The arrows between the rooms, read from the source: who may know whom, who may print, who may touch files."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "eduindex"
MODULES = {
    path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", "."): path
    for path in PACKAGE.rglob("*.py")
}

ROOMS = {"model", "storage", "analysis", "rules", "extraction", "presentation", "rendering"}
# Each room with those that it may know, beside itself.
ARROWS = {
    "model": set(),
    "storage": {"model"},
    "analysis": {"model"},
    "rules": {"model"},
    "extraction": {"model"},
    "presentation": {"analysis", "rules", "extraction", "model"},
    "rendering": {"model"},
    "cli": ROOMS | {"validation"},
    "validation": {"storage", "rules", "model"},
    "library": ROOMS,
    "__init__": ROOMS | {"library"},
    "__main__": {"cli"},
    "version": set(),
}
# Libraries with the modules that may import them.
LIBRARIES = {
    "yaml": ["eduindex.storage."],
    "pydantic": [
        "eduindex.storage.schema",
        "eduindex.storage.standard_schema",
        "eduindex.storage.faults",
        "eduindex.storage.checked_nodes",
    ],
    "rich": ["eduindex.rendering."],
    "tabulate": ["eduindex.rendering."],
    "wcwidth": ["eduindex.rendering."],
    "click": ["eduindex.cli."],
}
PURE = ("eduindex.model", "eduindex.analysis", "eduindex.rules", "eduindex.extraction", "eduindex.presentation")
# What touches files, processes, the terminal or the outside world; pure rooms need none of it.
OUTSIDE = {
    "io",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "time",
    "random",
    "urllib",
    "glob",
}
FILE_METHODS = {
    "chmod", "exists", "glob", "is_dir", "is_file", "is_symlink", "iterdir", "lstat", "mkdir", "open", "read_bytes",
    "read_text", "readlink", "resolve", "rglob", "rmdir", "stat", "symlink_to", "touch", "unlink", "write_bytes",
    "write_text",
}  # fmt: skip


def tree_of(module):
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imports_of(module):
    """The full names of all that a module imports, wherever in it and for whatever purpose."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(name):
    """The room that a full name below ``eduindex`` belongs to; the package itself is its ``__init__``."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def calls_in(module):
    return [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]


def every_module(*, outside=()):
    return pytest.mark.parametrize("module", sorted(m for m in MODULES if not m.startswith(tuple(outside) or "-")))


def test_there_are_modules_to_look_at():
    assert len(MODULES) > 60
    assert {room_of(module) for module in MODULES} <= set(ARROWS)


@every_module()
def test_a_room_knows_only_those_it_stands_on(module):
    room = room_of(module)
    known = {room_of(name) for name in imports_of(module) if name.split(".")[0] == "eduindex"}
    assert known <= ARROWS[room] | {room, "version"}


@every_module()
def test_a_library_stays_where_it_belongs(module):
    for name in imports_of(module):
        homes = LIBRARIES.get(name.split(".")[0], [""])
        assert any(
            module == home.rstrip(".") or (module.startswith(home) and home.endswith((".", ""))) for home in homes
        )


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_library_is_used_where_it_may_be(library):
    users = {module for module in MODULES for name in imports_of(module) if name.split(".")[0] == library}
    assert users or library == "wcwidth"
    assert all(module.startswith(tuple(LIBRARIES[library])) for module in users)


@every_module(outside=["eduindex.cli"])
def test_only_the_command_line_prints(module):
    for call in calls_in(module):
        assert ast.unparse(call.func) not in {"print", "input", "breakpoint", "click.echo", "click.secho"}
    streams = {"sys.stdout", "sys.stderr", "sys.stdin", "sys.__stdout__", "sys.__stderr__"}
    used = {ast.unparse(node) for node in ast.walk(tree_of(module)) if isinstance(node, ast.Attribute)}
    assert used & streams == set()


@every_module(outside=["eduindex.storage"])
def test_only_storage_touches_files(module):
    touching = []
    for call in calls_in(module):
        function = ast.unparse(call.func)
        if function == "open" or (isinstance(call.func, ast.Attribute) and call.func.attr in FILE_METHODS):
            touching.append(ast.unparse(call))
    # What is still to be written when a reader has gone is let into nothing; that is no file.
    assert [call for call in touching if call != "os.open(os.devnull, os.O_WRONLY)"] == []


@pytest.mark.parametrize("module", sorted(module for module in MODULES if module.startswith(PURE)))
def test_pure_rooms_know_nothing_of_the_outside(module):
    assert {name.split(".")[0] for name in imports_of(module)} & OUTSIDE == set()


@every_module()
def test_a_module_says_what_it_is_for(module):
    assert ast.get_docstring(tree_of(module))


@every_module()
def test_no_module_is_a_drawer_for_everything(module):
    assert module.rpartition(".")[2] not in {"utils", "util", "helpers", "helper", "base", "manager", "common", "misc"}
