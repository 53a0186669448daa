namespace Speeches.Web.Importing;

/// <summary>A header in <see cref="WorkerBytes"/>.</summary>
internal static class HeaderBytes
{
    /// <summary>Writes every field.</summary>
    public static void Write(BinaryWriter writer, SpeechHeader header)
    {
        writer.WriteOptional(header.Organization);
        writer.WriteOptional(header.Office);
        writer.WriteOptional(header.Title);
        writer.WriteOptional(header.Occasion);
        writer.WriteOptional(header.Kind);
        writer.WriteAll(header.Speakers, Write);
        writer.WriteOptional(header.DeliveredBy);
        writer.WriteOptional(header.Place);
        writer.WriteOptional(header.Date?.DayNumber);
        writer.Write(header.StartTime?.Ticks ?? -1);
        writer.Write(header.EndTime?.Ticks ?? -1);
        writer.WriteOptional(header.Language);
        writer.WriteOptional(header.Symbol);
        writer.WriteAll(header.Notes, (each, note) => each.Write(note));
        writer.Write(header.Provenance.Count);
        foreach (var (field, provenance) in header.Provenance)
        {
            writer.Write(field);
            writer.Write((int)provenance.Origin);
            writer.WriteOptional(provenance.Printed);
            writer.Write(provenance.Line);
        }
    }

    /// <summary>Reads them again.</summary>
    public static SpeechHeader Read(BinaryReader reader) => new()
    {
        Organization = reader.ReadOptional(),
        Office = reader.ReadOptional(),
        Title = reader.ReadOptional(),
        Occasion = reader.ReadOptional(),
        Kind = reader.ReadOptional(),
        Speakers = reader.ReadAll(ReadSpeaker),
        DeliveredBy = reader.ReadOptional(),
        Place = reader.ReadOptional(),
        Date = reader.ReadOptionalNumber() is { } day ? DateOnly.FromDayNumber(day) : null,
        StartTime = ReadTime(reader),
        EndTime = ReadTime(reader),
        Language = reader.ReadOptional(),
        Symbol = reader.ReadOptional(),
        Notes = reader.ReadAll(each => each.ReadString()),
        Provenance = ReadProvenance(reader),
    };

    private static TimeOnly? ReadTime(BinaryReader reader) => reader.ReadInt64() is >= 0 and var ticks ? new TimeOnly(ticks) : null;

    private static void Write(BinaryWriter writer, Speaker speaker)
    {
        writer.WriteOptional(speaker.Honorific);
        writer.Write(speaker.Name);
        writer.WriteAll(speaker.Capacities, (each, capacity) => each.Write(capacity));
        writer.WriteOptional(speaker.OnBehalfOf);
    }

    private static Speaker ReadSpeaker(BinaryReader reader) => new()
    {
        Honorific = reader.ReadOptional(),
        Name = reader.ReadString(),
        Capacities = reader.ReadAll(each => each.ReadString()),
        OnBehalfOf = reader.ReadOptional(),
    };

    private static Dictionary<string, FieldProvenance> ReadProvenance(BinaryReader reader)
    {
        var provenance = new Dictionary<string, FieldProvenance>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
            provenance[reader.ReadString()] = new((FieldOrigin)reader.ReadInt32(), reader.ReadOptional(), reader.ReadInt32());
        return provenance;
    }
}
