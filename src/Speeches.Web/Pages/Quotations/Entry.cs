namespace Speeches.Web.Pages.Quotations;

/// <summary>A quotation as it is listed.</summary>
/// <param name="Quotation">The quotation.</param>
/// <param name="Slug">The speech it stands in.</param>
/// <param name="Language">The language of the words, or null.</param>
/// <param name="Paragraph">The number of its paragraph, or null.</param>
/// <param name="ShowsWho">Whether to say who is quoted, or that it is a title; not where the heading above says so.</param>
internal sealed record Entry(Quotation Quotation, string Slug, string? Language, int? Paragraph, bool ShowsWho = true);
