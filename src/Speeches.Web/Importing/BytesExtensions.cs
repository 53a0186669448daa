namespace Speeches.Web.Importing;

/// <summary>What <see cref="BinaryWriter"/> and <see cref="BinaryReader"/> do not know: values that may be absent, and lists.</summary>
internal static class BytesExtensions
{
    /// <summary>Writes a text that may be absent.</summary>
    public static void WriteOptional(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    /// <summary>Writes a number that may be absent.</summary>
    public static void WriteOptional(this BinaryWriter writer, int? number)
    {
        writer.Write(number is not null);
        if (number is { } known)
            writer.Write(known);
    }

    /// <summary>Writes a list.</summary>
    public static void WriteAll<T>(this BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        for (var i = 0; i < items.Count; i++)
            write(writer, items[i]);
    }

    /// <summary>Reads a text that may be absent.</summary>
    public static string? ReadOptional(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    /// <summary>Reads a number that may be absent.</summary>
    public static int? ReadOptionalNumber(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadInt32() : null;

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">It says that it has more items than there are bytes.</exception>
    public static IReadOnlyList<T> ReadAll<T>(this BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new InvalidDataException();
        var items = new List<T>(count);
        while (items.Count < count)
            items.Add(read(reader));
        return items;
    }
}
