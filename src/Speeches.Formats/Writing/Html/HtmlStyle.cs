using System.Security.Cryptography;
using System.Text;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Html;

/// <summary>The one style sheet of a copy, and the policy that lets nothing else in.</summary>
internal static class HtmlStyle
{
    /// <summary>The sheet, with a page footer that names the copy on paper.</summary>
    public static string For(AnnotatedCopy copy)
    {
        var address = HtmlText.CssString(copy.Address.AbsoluteUri);
        var facts = HtmlText.CssString($"Version {copy.Text.Version} · as of {CopyWords.Moment(copy.Made)} · audience: {copy.Audience} · {CopyWords.Count(copy)}");
        const string Small = "font:7.5pt/1.5 sans-serif;color:#5f5b53;white-space:pre";
        return $"{Screen}@page{{size:A4;margin:20mm 20mm 24mm;"
            + $"@bottom-left{{content:{address} \"\\a\" {facts};{Small}}}@bottom-right{{content:counter(page) \" / \" counter(pages);{Small}}}}}\n";
    }

    /// <summary>Nothing from anywhere, no script, and of styles only this sheet.</summary>
    public static string Policy(string sheet) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'; base-uri 'none'; form-action 'none'";

    private const string Screen = """

        :root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1c1b19;--quiet:#5f5b53;--rule:#e3dfd6;--accent:#00609a;--soft:#e6f1f8;--mark:#fff1b8;--ok:#2f6b3a;
        --serif:Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif","Noto Naskh Arabic","Noto Serif CJK SC",serif;--sans:system-ui,"Segoe UI","Noto Sans","Noto Sans Arabic",sans-serif}
        @media(prefers-color-scheme:dark){:root{--paper:#16171a;--ink:#e8e6e1;--quiet:#a8a49b;--rule:#33363c;--accent:#7cc0ea;--soft:#1c2f3c;--mark:#564a1c;--ok:#86c995}}
        *{box-sizing:border-box}
        html{scroll-padding-block:2rem}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:break-word}
        main{max-inline-size:46rem;margin-inline:auto;padding:clamp(1.5rem,5vw,4rem) clamp(1rem,5vw,2rem)}
        a{color:var(--accent);text-underline-offset:.15em}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
        :target{background:var(--soft);box-shadow:0 0 0 .4rem var(--soft);border-radius:2px}
        header{text-align:center;border-block-end:1px solid var(--rule);padding-block-end:1.75rem;margin-block-end:2.25rem}
        header p{margin:.15rem 0}
        header .head{font:600 .82rem/1.6 var(--serif);letter-spacing:.12em;text-transform:uppercase;color:var(--quiet)}
        h1{font:600 clamp(1.5rem,4.5vw,2.1rem)/1.2 var(--serif);margin:1.5rem 0 .7rem;text-wrap:balance}
        header .occasion{font:italic 1.03rem/1.5 var(--serif);color:var(--quiet);margin-block-end:1.3rem;text-wrap:balance}
        header .speaker{font-weight:600;margin-block-start:.6rem}
        header .when{margin-block-start:.8rem}
        header .remark{font-style:italic}
        .speech{font:1.2rem/1.6 var(--serif);padding-inline-start:2.2rem}
        .speech p,.speech blockquote,.speech ul{margin:0 0 1.15em}
        .speech h2,.speech h3,.speech h4,.speech h5,.speech h6{font:600 1.15em/1.3 var(--serif);margin:1.8em 0 .7em;break-after:avoid}
        .speech h2{font-size:1.3em}
        .numbered{position:relative}
        .n{position:absolute;inset-inline-start:-3.1rem;inline-size:2.3rem;text-align:end;font:500 .78rem/1.92rem var(--sans);color:var(--quiet);text-decoration:none}
        .n:hover{color:var(--accent);text-decoration:underline}
        .speech blockquote{margin-inline:1.5rem 1rem;padding-inline-start:1rem;border-inline-start:3px solid var(--rule)}
        .list{list-style:none;padding:0}
        .list li{margin:0 0 .45em 1.9rem;margin-inline:1.9rem 0;text-indent:-1.9rem}
        .list li.d2{margin-inline-start:3.8rem}.list li.d3{margin-inline-start:5.7rem}.list li.d4{margin-inline-start:7.6rem}
        .marker{display:inline-block;min-inline-size:1.9rem;text-indent:0}
        .said{background:linear-gradient(to top,var(--soft) 38%,transparent 38%)}
        mark{background:var(--mark);color:inherit;padding-block:.1em;border-radius:2px}
        sup{line-height:0;font:500 .68em/0 var(--sans)}
        .ref{margin-inline-start:.15em;white-space:nowrap}
        .ref a{padding:.1em .45em;border-radius:.75em;background:var(--soft);text-decoration:none}
        .footnotes{font-size:.85em;border-block-start:1px solid var(--rule);padding-block-start:1em;margin-block-start:2em}
        .notes,.about{border-block-start:1px solid var(--rule);margin-block-start:2.5rem;padding-block-start:1.25rem;font-size:.94rem}
        .notes h2,.about h2{font:600 .8rem var(--sans);text-transform:uppercase;letter-spacing:.08em;color:var(--quiet);margin:0 0 1rem}
        .notes>ol{padding-inline-start:2.2rem;margin:0}
        .notes>ol>li{margin-block-end:1.6rem;padding-inline-start:.2rem}
        .notes>ol>li::marker{color:var(--quiet);font-weight:600}
        .notes p{margin:.25rem 0}
        .place,.who,.quiet{color:var(--quiet)}.who b{color:var(--ink)}
        .place{font-size:.88rem}
        .tag{font-size:.8rem;padding:.05rem .5rem;border-radius:1rem;background:var(--soft);color:var(--accent)}
        .resolved{color:var(--ok)}
        .words{margin:.3rem 0 .5rem;padding-inline-start:.75rem;border-inline-start:3px solid var(--mark);font:italic 1rem/1.5 var(--serif);color:var(--quiet)}
        .comment>*{margin:.35rem 0;unicode-bidi:plaintext}
        .comment ul{list-style:disc}.comment pre{overflow-x:auto}.comment blockquote{padding-inline-start:.75rem;border-inline-start:3px solid var(--rule);margin-inline:0}
        .replies{list-style:none;margin:.6rem 0 0;padding-inline-start:1rem;border-inline-start:2px solid var(--rule)}
        .replies li{margin-block-end:.7rem}.comment li{margin:0}
        .about dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1.25rem;margin:0}.about dt{color:var(--quiet)}.about dd{margin:0}
        @media(max-width:40rem){.speech{font-size:1.1rem;padding-inline-start:1.5rem}.n{inset-inline-start:-1.9rem;inline-size:1.5rem;line-height:1.76rem}.about dl{grid-template-columns:1fr}.about dd{margin-block-end:.5rem}}
        @media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--accent:#003f66;--soft:transparent;--mark:#f3ecd0;--ok:#1d4d27}
        body{font-size:10pt}main{max-inline-size:none;padding:0}.speech{font-size:11.5pt;line-height:1.5;padding-inline-start:2.4rem}.n{line-height:17.25pt}a{text-decoration:none}.numbered,.notes>ol>li{orphans:3;widows:3}.who,.place,.words{break-after:avoid}
        mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}.ref a{padding:0 .2em;border:0}.comment a[href^="http"]::after{content:" <" attr(href) ">";font-size:.85em;color:var(--quiet);overflow-wrap:anywhere}}

        """;
}
