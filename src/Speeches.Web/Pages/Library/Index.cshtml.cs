using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;

namespace Speeches.Web.Pages.Library;

/// <summary>The library: every speech, newest first, narrowed by what is asked for in the address.</summary>
public sealed class IndexModel(SpeechStore speeches) : PageModel
{
    /// <summary>One value of a filter as a link.</summary>
    /// <param name="Text">What is shown.</param>
    /// <param name="Count">How many speeches it leaves.</param>
    /// <param name="Href">Where it leads: narrows by it, or no longer where it already narrows.</param>
    /// <param name="IsCurrent">Whether the library is narrowed by it.</param>
    /// <param name="Language">The language the text is in, where that is not the page's.</param>
    public sealed record Choice(string Text, int Count, string Href, bool IsCurrent, string? Language = null)
    {
        /// <summary>A name printed in capitals; shown as small ones, which do not shout.</summary>
        public bool IsInCapitals => Text.Any(char.IsAsciiLetterUpper) && !Text.Any(char.IsLower);
    }

    /// <summary>One filter with its values.</summary>
    public sealed record Filter(string Title, IReadOnlyList<Choice> Choices);

    /// <summary>What the library is narrowed to.</summary>
    public LibraryFilter Narrowed { get; private set; } = new();

    /// <summary>The speeches and the facets.</summary>
    public LibraryPage Found { get; private set; } = null!;

    /// <summary>Every filter but the year, which the chart shows; those without values are left out.</summary>
    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    /// <summary>The years as a list, beside the chart.</summary>
    public IReadOnlyList<Choice> Years { get; private set; } = [];

    /// <summary>What narrows now, words first, each with the address that takes it away.</summary>
    public IReadOnlyList<(string Name, string Text, string Href)> Current { get; private set; } = [];

    /// <summary>The last page that there is, from 1.</summary>
    public int LastPage => Math.Max(1, (Found.Total + Narrowed.PageSize - 1) / Narrowed.PageSize);

    /// <summary>Whether anything narrows at all.</summary>
    public bool IsNarrowed => Current.Count > 0;

    /// <summary>The address of this filter with something changed, on its first page.</summary>
    public string Address(Func<LibraryFilter, LibraryFilter> change) => LibraryAddress.Of(change(Narrowed with { Page = 1 }));

    /// <summary>Loads the page.</summary>
    public async Task OnGetAsync()
    {
        Narrowed = LibraryAddress.Read(Request.Query);
        Found = await speeches.List(Narrowed);

        Years = Choices(Found.Years, Narrowed.Year?.ToString(CultureInfo.InvariantCulture), (filter, value) =>
            filter with { Year = value is null ? null : int.Parse(value, CultureInfo.InvariantCulture) });
        Filters =
        [
            .. new[]
            {
                new Filter("Speaker", Choices(Found.Speakers, Narrowed.Speaker, (filter, value) => filter with { Speaker = value })),
                new Filter("Kind", Choices(Found.Kinds, Narrowed.Kind, (filter, value) => filter with { Kind = value })),
                new Filter("Organ", Choices(Found.Organs, Narrowed.Organ, (filter, value) => filter with { Organ = value })),
                new Filter("Language", Choices(Found.Languages, Narrowed.Language, (filter, value) => filter with { Language = value },
                    isLanguage: true)),
            }.Where(filter => filter.Choices.Count > 0),
        ];
        Current =
        [
            .. LibraryAddress.Parameters(Narrowed).Select(parameter => parameter.Name switch
            {
                "q" => ("Words", parameter.Value, Address(filter => filter with { Query = null })),
                "speaker" => ("Speaker", parameter.Value, Address(filter => filter with { Speaker = null })),
                "year" => ("Year", parameter.Value, Address(filter => filter with { Year = null })),
                "organ" => ("Organ", parameter.Value, Address(filter => filter with { Organ = null })),
                "kind" => ("Kind", parameter.Value, Address(filter => filter with { Kind = null })),
                _ => ("Language", LanguageNames.Of(parameter.Value), Address(filter => filter with { Language = null })),
            }),
        ];
    }

    private List<Choice> Choices(
        IReadOnlyList<Facet> facets, string? current, Func<LibraryFilter, string?, LibraryFilter> narrow, bool isLanguage = false) =>
    [
        .. facets.Select(facet =>
        {
            var isCurrent = facet.Value == current;
            return new Choice(
                isLanguage ? LanguageNames.Of(facet.Value) : facet.Value,
                facet.Count,
                Address(filter => narrow(filter, isCurrent ? null : facet.Value)),
                isCurrent,
                isLanguage ? facet.Value : null);
        }),
    ];
}
