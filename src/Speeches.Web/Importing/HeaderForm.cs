using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Speeches.Formats.Writing.Json;
using Speeches.Store;
using Speeches.Web.Endpoints;

namespace Speeches.Web.Importing;

/// <summary>A speaker as it is typed; capacities one a line.</summary>
internal sealed record TypedSpeaker(string Honorific, string Name, string Capacities, string OnBehalfOf)
{
    /// <summary>Whether nothing is typed.</summary>
    public bool IsEmpty => (Honorific + Name + Capacities + OnBehalfOf).Length == 0;

    /// <summary>A speaker of a header, to be typed over.</summary>
    public static TypedSpeaker Of(Speaker speaker) =>
        new(speaker.Honorific ?? "", speaker.Name, string.Join('\n', speaker.Capacities), speaker.OnBehalfOf ?? "");
}

/// <summary>The form of a header: what is typed in each field, where its value comes from, and what is wrong with it.</summary>
internal sealed class HeaderForm
{
    private const string SpeakerPrefix = "speaker-";

    private HeaderForm(SpeechHeader header, Dictionary<string, string> typed, IReadOnlyList<TypedSpeaker> speakers) =>
        (Header, Typed, Speakers) = (header, typed, speakers);

    /// <summary>The header that the form is about, as it is stored.</summary>
    public SpeechHeader Header { get; }

    /// <summary>What is typed, by field; without the speakers.</summary>
    public Dictionary<string, string> Typed { get; }

    /// <summary>The speakers as typed, without empty ones.</summary>
    public IReadOnlyList<TypedSpeaker> Speakers { get; private set; }

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, string> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>What to know of a field besides, such as what somebody else stored there meanwhile.</summary>
    public Dictionary<string, string> Remarks { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the source's lines are on the same page, to be linked.</summary>
    public bool HasLines { get; init; }

    /// <summary>The names of the fields in which something else is typed than the header has.</summary>
    public IEnumerable<string> Changed() => HeaderFields.All.Where(field => !Holds(field, Header)).Select(field => field.Name);

    /// <summary>
    /// Brings in what others stored since the form was opened: fields that were left alone take theirs. Where both were changed, what is
    /// typed stays and <see cref="Remarks"/> tells theirs.
    /// </summary>
    /// <param name="trail">The header as it is now.</param>
    /// <param name="opened">What it was when the form was opened.</param>
    /// <returns>Whether nothing is left that a person must decide.</returns>
    public bool Merge(HeaderTrail trail, HeaderEdition opened)
    {
        foreach (var changes in trail.Changes.Where(change => change.Id > opened.Change).GroupBy(change => change.Field))
        {
            var (field, theirs) = (HeaderFields.Of(changes.Key), changes.Last());
            if (Holds(field, changes.First().Before))
            {
                Typed[field.Name] = field.Value(Header);
                if (field.Input == HeaderInput.Speakers)
                    Speakers = [.. Header.Speakers.Select(TypedSpeaker.Of)];
            }
            else if (!Holds(field, Header))
            {
                Remarks[field.Name] = $"Meanwhile {theirs.By} saved: {OrNothing(field.Value(theirs.After))}";
            }
        }

        // What a new text brought is not in the log: of a field that differs nobody knows whether it was typed over or left alone.
        if (trail.Speech.Version != opened.Version)
            TellStored($"Meanwhile version {trail.Speech.Version} of the text came with");
        return Remarks.Count == 0;
    }

    /// <summary>Tells at each field in which something else is typed what is stored there; what was told of one already stays.</summary>
    /// <param name="words">What comes before the stored value.</param>
    public void TellStored(string words)
    {
        foreach (var field in HeaderFields.All.Where(field => !Holds(field, Header)))
            Remarks.TryAdd(field.Name, $"{words}: {OrNothing(field.Value(Header))}");
    }

    /// <summary>The form with a header's own values.</summary>
    public static HeaderForm Of(SpeechHeader header, bool hasLines) => new(
        header, HeaderFields.All.ToDictionary(field => field.Name, field => field.Value(header)), [.. header.Speakers.Select(TypedSpeaker.Of)])
    { HasLines = hasLines };

    /// <summary>The form as it was sent; a field that was not sent stays as it is.</summary>
    public static HeaderForm Of(SpeechHeader header, bool hasLines, IFormCollection sent) => new(
        header, HeaderFields.All.ToDictionary(field => field.Name, field => sent.TryGetValue(field.Name, out var typed) ? Tidy(typed, field.Input) : field.Value(header)),
        sent.ContainsKey(SpeakerPrefix + "name") ? SentSpeakers(sent) : [.. header.Speakers.Select(TypedSpeaker.Of)])
    { HasLines = hasLines };

    /// <summary>
    /// The header with what was typed; fields in which nothing was changed keep their origin. Where a value does not belong in its
    /// field, <see cref="Errors"/> says so.
    /// </summary>
    public SpeechHeader Apply()
    {
        var header = Header;
        foreach (var field in Changed())
        {
            try
            {
                header = HeaderEdits.Apply(header, [new(field, Values(field))]);
            }
            catch (SpeechesError error) when (error.Kind == ErrorKind.Refused)
            {
                Errors[field] = error.Message;
            }
        }

        return header;
    }

    private static string OrNothing(string value) => value.Length > 0 ? value : "nothing";

    private bool Holds(HeaderField field, SpeechHeader header) => field.Input == HeaderInput.Speakers
        ? Speakers.SequenceEqual(header.Speakers.Select(TypedSpeaker.Of))
        : Typed[field.Name] == field.Value(header);

    private StringValues Values(string field) => HeaderFields.Of(field).Input switch
    {
        HeaderInput.Lines => Typed[field].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        HeaderInput.Speakers => Speakers.Count == 0 ? "" : JsonSerializer.Serialize(
            [.. Speakers.Select(speaker => new SpeakerJson(speaker.Honorific, speaker.Name, speaker.Capacities.Split('\n'), speaker.OnBehalfOf))],
            ApiJson.Compact.SpeakerJsonArray),
        _ => Typed[field],
    };

    private static List<TypedSpeaker> SentSpeakers(IFormCollection sent)
    {
        List<TypedSpeaker> speakers = [];
        for (var i = 0; i < sent[SpeakerPrefix + "name"].Count; i++)
        {
            var speaker = new TypedSpeaker(
                Part("honorific", i, HeaderInput.Text), Part("name", i, HeaderInput.Text), Part("capacities", i, HeaderInput.Lines), Part("onBehalfOf", i, HeaderInput.Text));
            if (!speaker.IsEmpty)
                speakers.Add(speaker);
        }

        return speakers;

        string Part(string name, int i, HeaderInput input) => sent[SpeakerPrefix + name] is var values && i < values.Count ? Tidy(values[i], input) : "";
    }

    // A line end in what is one text is a space.
    private static string Tidy(string? typed, HeaderInput input)
    {
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(input == HeaderInput.Lines ? '\n' : ' ', lines);
    }
}
