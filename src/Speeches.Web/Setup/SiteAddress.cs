namespace Speeches.Web.Setup;

/// <summary>
/// The one absolute address of the site, which copies and cached pages carry: the setting <c>Server:PublicAddress</c>, or the first
/// address listened on. It never comes from a request's <c>Host</c> field, which its sender chooses: a page or copy made for one
/// reader must not carry another's idea of where the site is.
/// </summary>
internal sealed class SiteAddress(Settings settings)
{
    /// <summary>With a slash at its end.</summary>
    public Uri Root { get; } = new(Start.LinkAddress(settings) + "/");

    /// <summary>The reading page of a speech.</summary>
    public Uri Speech(string slug) => new(Root, "/speeches/" + slug);
}
