using System.Text;
using Speeches.Annotations;
using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Web.Importing;

/// <summary>
/// What stands in the frames. Both sides are the same program, so it has no versions: every field of every record, in the order in which
/// they are written here. JSON would take as much code for each record, made anew at the start of each process.
/// </summary>
internal static class WorkerBytes
{
    // Replies have no replies in any format known; a worker that says otherwise must not overflow the program's stack.
    private const int DeepestReply = 64;

    /// <summary>A request, before the bytes of the source.</summary>
    public static ReadOnlyMemory<byte> Of(ReadRequest request) => Written(writer =>
    {
        writer.WriteOptional(request.Language);
        writer.Write(request.MaximumBlocks);
        writer.Write(request.Limits.UnpackedBytes);
        writer.Write(request.Limits.Nesting);
        writer.Write(request.Limits.Pages);
        writer.Write(request.Limits.PageLetters);
        writer.Write(request.Limits.Characters);
        writer.Write(request.Limits.LineCharacters);
        writer.Write(request.TimeLimitSeconds);
        writer.Write(request.WithLines);
    });

    /// <summary>The request again.</summary>
    public static ReadRequest Request(byte[] bytes)
    {
        using var reader = Reader(bytes);
        return new(reader.ReadOptional(), reader.ReadInt32(), new ReadingLimits
        {
            UnpackedBytes = reader.ReadInt32(),
            Nesting = reader.ReadInt32(),
            Pages = reader.ReadInt32(),
            PageLetters = reader.ReadInt32(),
            Characters = reader.ReadInt32(),
            LineCharacters = reader.ReadInt32(),
        }, reader.ReadInt32())
        { WithLines = reader.ReadBoolean() };
    }

    /// <summary>An answer.</summary>
    public static ReadOnlyMemory<byte> Of(ReadAnswer answer) => Written(writer =>
    {
        writer.WriteOptional(answer.MediaType);
        writer.Write(answer.Failure is not null);
        if (answer.Failure is { } failure)
        {
            writer.Write((int)failure.Kind);
            writer.Write(failure.Message);
            writer.WriteOptional(failure.Field);
            writer.WriteOptional(failure.Code);
        }

        writer.Write(answer.Speech is not null);
        if (answer.Speech is { } speech)
        {
            HeaderBytes.Write(writer, speech.Header);
            writer.WriteAll(speech.Blocks, Write);
            writer.WriteAll(speech.Quotations, Write);
            writer.WriteAll(speech.Diagnostics, Write);
            writer.WriteAll(speech.Comments, Write);
        }

        writer.Write(answer.Lines is not null);
        if (answer.Lines is not null)
            writer.WriteAll(answer.Lines, Write);
    });

    /// <summary>The answer again, or null where the bytes are none.</summary>
    public static ReadAnswer? Answer(byte[] bytes)
    {
        try
        {
            using var reader = Reader(bytes);
            return new ReadAnswer
            {
                MediaType = reader.ReadOptional(),
                Failure = reader.ReadBoolean()
                    ? new((ErrorKind)reader.ReadInt32(), reader.ReadString(), reader.ReadOptional(), reader.ReadOptional()) : null,
                Speech = reader.ReadBoolean()
                    ? new ParsedSpeech
                    {
                        Header = HeaderBytes.Read(reader),
                        Blocks = reader.ReadAll(ReadBlock),
                        Quotations = reader.ReadAll(ReadQuotation),
                        Diagnostics = reader.ReadAll(ReadDiagnostic),
                        Comments = reader.ReadAll(each => ReadComment(each, 0)),
                    }
                    : null,
                Lines = reader.ReadBoolean() ? reader.ReadAll(ReadLine) : null,
            };
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Written(Action<BinaryWriter> write)
    {
        var bytes = new MemoryStream(16 * 1024);
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8)) // its own encoding refuses half characters
            write(writer);
        return bytes.ToArray();
    }

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes, writable: false));

    private static void Write(BinaryWriter writer, Block block)
    {
        writer.Write(block.Id);
        writer.Write((int)block.Kind);
        writer.WriteOptional(block.Number);
        writer.Write(block.Level);
        writer.WriteOptional(block.Marker);
        writer.Write(block.Text);
        writer.WriteAll(block.Spans, Write);
        writer.Write(block.SourceLine);
        writer.Write(block.SourcePage);
    }

    private static Block ReadBlock(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Kind = (BlockKind)reader.ReadInt32(),
        Number = reader.ReadOptionalNumber(),
        Level = reader.ReadInt32(),
        Marker = reader.ReadOptional(),
        Text = reader.ReadString(),
        Spans = reader.ReadAll(ReadSpan),
        SourceLine = reader.ReadInt32(),
        SourcePage = reader.ReadInt32(),
    };

    private static void Write(BinaryWriter writer, Span span)
    {
        writer.Write(span.Start);
        writer.Write(span.End);
        writer.Write((int)span.Kind);
        writer.WriteOptional(span.Target);
    }

    private static Span ReadSpan(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadInt32(), (SpanKind)reader.ReadInt32(), reader.ReadOptional());

    private static void Write(BinaryWriter writer, Quotation quotation)
    {
        writer.Write(quotation.BlockId);
        writer.Write(quotation.Start);
        writer.Write(quotation.End);
        writer.Write(quotation.Words);
        writer.Write(quotation.IsTitle);
        writer.WriteOptional(quotation.SaidBy);
    }

    private static Quotation ReadQuotation(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString(), reader.ReadBoolean(), reader.ReadOptional());

    private static void Write(BinaryWriter writer, ParseDiagnostic diagnostic)
    {
        writer.Write((int)diagnostic.Severity);
        writer.Write(diagnostic.Code);
        writer.Write(diagnostic.Line);
        writer.Write(diagnostic.Message);
    }

    private static ParseDiagnostic ReadDiagnostic(BinaryReader reader) =>
        new((DiagnosticSeverity)reader.ReadInt32(), reader.ReadString(), reader.ReadInt32(), reader.ReadString());

    private static void Write(BinaryWriter writer, PrintedComment comment)
    {
        writer.Write(comment.Anchor is not null);
        if (comment.Anchor is { } anchor)
        {
            writer.Write(anchor.BlockId);
            writer.WriteOptional(anchor.Start);
            writer.WriteOptional(anchor.End);
            writer.Write(anchor.Exact);
            writer.Write(anchor.Prefix);
            writer.Write(anchor.Suffix);
        }

        writer.WriteOptional(comment.Author);
        writer.Write(comment.Date is not null);
        if (comment.Date is { } date)
        {
            writer.Write(date.Ticks);
            writer.Write(date.Offset.Ticks);
        }

        writer.Write(comment.Body);
        writer.Write(comment.IsResolved);
        writer.WriteAll(comment.Replies, Write);
    }

    private static PrintedComment ReadComment(BinaryReader reader, int depth) => depth > DeepestReply ? throw new InvalidDataException() : new()
    {
        Anchor = !reader.ReadBoolean() ? null : new TextAnchor
        {
            BlockId = reader.ReadString(),
            Start = reader.ReadOptionalNumber(),
            End = reader.ReadOptionalNumber(),
            Exact = reader.ReadString(),
            Prefix = reader.ReadString(),
            Suffix = reader.ReadString(),
        },
        Author = reader.ReadOptional(),
        Date = reader.ReadBoolean() ? new DateTimeOffset(reader.ReadInt64(), new TimeSpan(reader.ReadInt64())) : null,
        Body = reader.ReadString(),
        IsResolved = reader.ReadBoolean(),
        Replies = reader.ReadAll(each => ReadComment(each, depth + 1)),
    };

    private static void Write(BinaryWriter writer, PrintedLine line)
    {
        writer.Write(line.Number);
        writer.Write(line.Page);
        writer.Write(line.Text);
    }

    private static PrintedLine ReadLine(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadString());
}
