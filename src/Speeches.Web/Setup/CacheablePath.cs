namespace Speeches.Web.Setup;

/// <summary>Which addresses hold pages that are the same for every anonymous reader and asked for often.</summary>
internal static class CacheablePath
{
    private const string Speeches = "/speeches/";

    /// <summary>Reads a path.</summary>
    /// <param name="path">As asked for.</param>
    /// <param name="slug">The one speech that the page shows, or null for a page over several.</param>
    /// <returns>Whether its page is cached.</returns>
    public static bool TryRead(string path, out string? slug)
    {
        slug = null;
        if (path is "/" or "/quotations") return true;
        if (!path.StartsWith(Speeches, StringComparison.Ordinal)) return false;
        var rest = path.AsSpan(Speeches.Length);
        var slash = rest.IndexOf('/');
        var name = slash < 0 ? rest : rest[..slash];
        var page = slash < 0 ? "" : rest[slash..];
        // The one spelling of an address is cached; the router takes others to the same page, uncached.
        if (page is not ("" or "/quotations" or "/export") || name.IsEmpty || name.IndexOfAnyExcept(SlugCharacters) >= 0) return false;
        slug = name.ToString();
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> SlugCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
}
