namespace Speeches;

/// <summary>What becomes of a speech's header when a newer text arrives.</summary>
public static class HeaderRenewal
{
    /// <summary>
    /// Each field as the new text has it; as it was where a person edited it and the new value is only read, or where the new text says
    /// nothing. Notes belong to the text they are printed on: a new text without "Check against delivery" takes it away.
    /// </summary>
    /// <param name="now">The header as it stands.</param>
    /// <param name="read">The header of the new text.</param>
    public static SpeechHeader After(SpeechHeader now, SpeechHeader read)
    {
        var provenance = new Dictionary<string, FieldProvenance>(StringComparer.Ordinal);
        return new SpeechHeader
        {
            Organization = Field("organization", header => header.Organization),
            Office = Field("office", header => header.Office),
            Title = Field("title", header => header.Title),
            Occasion = Field("occasion", header => header.Occasion),
            Kind = Field("kind", header => header.Kind),
            Speakers = Field("speakers", header => header.Speakers.Count > 0 ? header.Speakers : null) ?? [],
            DeliveredBy = Field("deliveredBy", header => header.DeliveredBy),
            Place = Field("place", header => header.Place),
            Date = Field("date", header => header.Date),
            StartTime = Field("startTime", header => header.StartTime),
            EndTime = Field("endTime", header => header.EndTime),
            Language = Field("language", header => header.Language),
            Symbol = Field("symbol", header => header.Symbol),
            Notes = Field("notes", header => header.Notes)!,
            Provenance = provenance,
        };

        T Field<T>(string name, Func<SpeechHeader, T> of)
        {
            var stays = of(read) is null || IsEdited(now, name) && !IsEdited(read, name);
            var header = stays ? now : read;
            if (header.Provenance.TryGetValue(name, out var origin))
                provenance[name] = origin;
            return of(header);
        }
    }

    private static bool IsEdited(SpeechHeader header, string name) =>
        header.Provenance.TryGetValue(name, out var origin) && origin.Origin == FieldOrigin.Edited;
}
