using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Speeches.Formats.Reading.Html;

/// <summary>Finds the part of a page that holds the speech, and tells the site's own parts from it.</summary>
internal sealed partial class HtmlPage
{
    private const int LongestLink = 120;
    private const int MostLinesBelow = 20;

    private static readonly HashSet<string> NeverText = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "nav", "iframe", "frame", "object", "embed", "svg", "canvas", "audio", "video", "button", "select",
        "input", "textarea", "dialog", "menu", "figcaption", "img", "rt", "rp", "del", "head", "title", "meta", "link", "map", "datalist",
    };

    private static readonly HashSet<string> SiteRoles = new(StringComparer.Ordinal)
    {
        "navigation", "search", "contentinfo", "complementary", "dialog", "alertdialog", "menu", "menubar", "toolbar",
    };

    private static readonly HashSet<string> SiteWords = new(StringComparer.Ordinal)
    {
        "cookie", "cookies", "consent", "gdpr", "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "share", "sharing", "social",
        "newsletter", "related", "skip", "search", "pagination", "pager", "advert", "ads", "masthead", "footer", "copyright", "disclaimer", "toolbar", "login", "hidden",
    };

    private readonly Dictionary<IElement, int> _words = [];
    private readonly int _all;

    internal HtmlPage(IElement body)
    {
        Weigh(body);
        _all = Weight(body);
        Root = Find(body);
    }

    /// <summary>The element that holds the speech.</summary>
    internal IElement Root { get; }

    /// <summary>Whether an element is the site's or holds no words: not read, with all that is in it.</summary>
    internal bool IsSite(IElement element)
    {
        if (NeverText.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
            || Unseen().IsMatch(element.GetAttribute("style") ?? ""))
            return true;
        if (element.LocalName is "p")
            return IsLinkBelow(element) || (HasSiteName(element) && IsMinor(element));
        if (element.LocalName is "div" && IsLinkBelow(element))
            return true;
        if (element.LocalName is "body" or "main" or "article" or "h1" or "li")
            return false;
        return element.LocalName switch
        {
            "ul" => IsListOfLinks(element) && IsMinor(element),
            // Old pages stand in one form as a whole, and "header" may hold the first paragraphs of a text.
            "form" or "aside" => IsMinor(element),
            "footer" => IsMinor(element) && element.QuerySelector("[role='doc-endnotes'], .footnotes") is null,
            "header" => element.QuerySelector("nav, form") is not null ? IsMinor(element) : element.QuerySelector("h1, h2, p") is null,
            _ => (SiteRoles.Contains(element.GetAttribute("role") ?? "") || HasSiteName(element)) && IsMinor(element),
        };
    }

    /// <summary>"Print", "Back to the list": a line of links behind the last words of a text.</summary>
    private bool IsLinkBelow(IElement line)
    {
        if (Weight(line) > 0 || line.QuerySelector("p, div, h1, h2, h3, h4, ul, ol, table") is not null || line.QuerySelector("a[href]:not([href^='#'])") is null || line.TextContent.Trim() is not { Length: > 0 and <= LongestLink } words
            || words[^1] is '.' or '!' or '?' or ',' or ':' || line.QuerySelectorAll("a").Sum(link => link.TextContent.Trim().Length) * 2 < words.Length)
            return false;
        var below = line.NextElementSibling;
        for (var i = 0; i < MostLinesBelow && below is not null; i++, below = below.NextElementSibling)
        {
            if (Weight(below) > 0 && !IsSite(below))
                return false;
        }

        return below is null;
    }

    private static bool IsListOfLinks(IElement list) => list.Children.Length > 2
        && list.Children.All(item => item.QuerySelectorAll("a").Sum(link => link.TextContent.Trim().Length) >= item.TextContent.Trim().Length);

    private static bool HasSiteName(IElement element)
    {
        var names = $"{element.Id} {element.ClassName}";
        foreach (var name in Names().EnumerateMatches(names))
        {
            if (SiteWords.Contains(names.Substring(name.Index, name.Length).ToLowerInvariant()))
                return true;
        }

        return false;
    }

    /// <summary>Whether less than half of the page's running text is in it.</summary>
    private bool IsMinor(IElement element) => Weight(element) * 2 < _all || _all == 0;

    private int Weight(IElement element) => _words.GetValueOrDefault(element);

    /// <summary>Counts the running text of paragraphs and items, and of all that they stand in; links alone do not count.</summary>
    private void Weigh(IElement element)
    {
        if (NeverText.Contains(element.LocalName))
            return;
        if (element.LocalName is "p" or "li" or "blockquote" or "dd" || (element.LocalName is "div" or "td" && HasOwnText(element)))
        {
            var linked = element.QuerySelectorAll("a").Sum(link => link.TextContent.Length);
            var words = Math.Max(0, element.TextContent.Trim().Length - (2 * linked));
            for (var above = element; above is not null; above = above.ParentElement)
                _words[above] = Weight(above) + words;
            return;
        }

        foreach (var child in element.Children)
            Weigh(child);
    }

    private static bool HasOwnText(IElement element) =>
        element.ChildNodes.Any(node => node is IText words && !string.IsNullOrWhiteSpace(words.Data));

    private IElement Find(IElement body)
    {
        if (body.QuerySelectorAll("main, [role='main']").MaxBy(Weight) is { } main && !IsMinor(main))
            return main;
        if (body.QuerySelectorAll("article").MaxBy(Weight) is { } article && !IsMinor(article))
            return WithTitle(article, body);

        // Down to the smallest element with most of the words; a table is gone into only where its cells lay out the page.
        var (best, next) = (body, body);
        while (next.Children.FirstOrDefault(child => Weight(child) * 5 > _all * 4) is { } inner && inner.LocalName is not ("p" or "li" or "ul" or "ol" or "dd" or "blockquote"))
        {
            next = inner;
            if (next.LocalName is not ("table" or "tbody" or "tr") && next.Children.Length > 0 && !HasOwnText(next))
                best = next;
        }

        return WithTitle(best, body);
    }

    /// <summary>The title of a page often stands before the element with its text: the smallest element with both.</summary>
    private IElement WithTitle(IElement element, IElement body)
    {
        if (body.QuerySelectorAll("h1").FirstOrDefault(title => !IsInSite(title)) is not { } title)
            return element;
        var with = element;
        while (with != body && !with.Contains(title))
            with = with.ParentElement!;
        return with;
    }

    private bool IsInSite(IElement element)
    {
        for (var above = element; above is not null; above = above.ParentElement)
        {
            if (IsSite(above))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
