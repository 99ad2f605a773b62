"""HTML pages and Markdown to headings, paragraphs, items and rows.

Nothing in a page is run or fetched; navigation, scripts and hidden parts are left out.
"""

import re

from lxml import etree
from markdown_it import MarkdownIt

from goldenthread.documents.blocks import Block, Heading, Reading
from goldenthread.documents.bounds import Bounds
from goldenthread.documents.encoding import decode
from goldenthread.documents.look import settle
from goldenthread.documents.nesting import refusing_depth
from goldenthread.documents.normalisation import likeness_key, normalise
from goldenthread.documents.openxml import Element, attribute, descendants, name_of
from goldenthread.documents.pagewalk import PageWalk, is_left_out
from goldenthread.fault import Fault

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]{2,20})""")
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FRONT_TITLE = re.compile(r"""^title:\s*["']?(.+?)["']?\s*$""", re.MULTILINE)
_SITE_NAME = re.compile(r"\s+(?:[|»·–—-]|::)\s+")
_MAIN_SHARE = 0.4
_DEEPEST = 100


def read_html(data: bytes, bounds: Bounds) -> Reading:
    """Read an HTML page's bytes. Encodings are told by mark, UTF-8, declaration, Windows-1252.

    Raises:
        Fault: if it is not text, holds no words, or is nested too deeply.
    """
    _check_size(data, bounds)
    declared = _CHARSET.search(data[:2048])
    text = decode(data, declared[1].decode("ascii") if declared else None)
    with refusing_depth("web page"):
        return _read_page(text, None, "web page")


def read_markdown(data: bytes, bounds: Bounds) -> Reading:
    """Read Markdown by the CommonMark rules, tables included; front matter gives the title.

    Raises:
        Fault: if it is not text, holds no words, or is nested too deeply.
    """
    _check_size(data, bounds)
    text = decode(data)
    title = None
    if front := _FRONT_MATTER.match(text):
        named = _FRONT_TITLE.search(front[1])
        title = named[1] if named else None
        text = text[front.end() :]
    with refusing_depth("Markdown file"):
        page = (
            MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
            .enable("table")
            .enable("strikethrough")
            .render(text)
        )
        return _read_page(f"<body>{page}</body>", title, "Markdown file")


def _check_size(data: bytes, bounds: Bounds) -> None:
    if len(data) > bounds.bytes:
        raise Fault("This file is too large to be a text: upload the plan itself.")


def _read_page(text: str, title: str | None, what: str) -> Reading:
    root = _parse(text)
    if root is None:
        raise Fault(f"This {what} holds no text: check that it is the right file.")
    main = _main_part(root)
    walk = PageWalk()
    walk.read(main)
    blocks = settle(walk.finish())
    if not blocks:
        raise Fault(f"This {what} holds no text: check that it is the right file.")
    return Reading(title or _title(root, main, blocks), tuple(blocks))


def _parse(text: str) -> Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    written = text.encode("utf-8", "replace").replace(b"\x00", b"")
    if not written.strip():
        return None
    try:
        root = etree.fromstring(written, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Fault("This web page is damaged: save it again and upload the new copy.") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise Fault("This web page is nested too deeply to read: save a simpler copy of it.")
    return root


def _main_part(root: Element) -> Element:
    """Give the element that holds the page's own text: `main`, the only article, or the body."""
    body = next(descendants(root, "body"), root)
    mains = [
        one for one in body.iter() if name_of(one) == "main" or attribute(one, "role") == "main"
    ]
    articles = list(descendants(body, "article"))
    for candidates in (mains, articles):
        if len(candidates) == 1 and _words(candidates[0]) >= _MAIN_SHARE * _words(body):
            return candidates[0]
    return body


def _words(element: Element) -> int:
    if is_left_out(element):
        return 0
    own = len((element.text or "").split())
    return own + sum(_words(one) + len((one.tail or "").split()) for one in element)


def _title(root: Element, main: Element, blocks: list[Block]) -> str | None:
    """Give the page's title: its only top heading, else the title element without site name."""
    headings = [one for one in blocks if isinstance(one, Heading)]
    top = min((one.level for one in headings), default=0)
    tops = [one for one in headings if one.level == top]
    if len(tops) == 1 and tops[0] is blocks[0]:
        return normalise(tops[0].text)
    outside = [one for one in descendants(root, "h1") if main not in one.iterancestors()]
    named = [*outside[:1], *descendants(root, "title")]
    for one in named:
        text = normalise("".join(map(str, one.itertext())))
        if likeness_key(text):
            return _SITE_NAME.split(text)[0]
    return None
