using Dapper;

namespace Speeches.Store;

/// <summary>A speech that came into the library.</summary>
/// <param name="Speech">The speech.</param>
/// <param name="Imported">When its current version came, UTC.</param>
/// <param name="Opening">The words of its first numbered paragraph, or null where it has none.</param>
public sealed record NewSpeech(Speech Speech, DateTimeOffset Imported, string? Opening);

/// <summary>What came into the library last.</summary>
public sealed class NewSpeeches(Database database)
{
    /// <summary>The last to come first, whenever they were given.</summary>
    /// <param name="most">How many at most.</param>
    public Task<IReadOnlyList<NewSpeech>> Newest(int most) => database.Read<IReadOnlyList<NewSpeech>>(async connection =>
        [.. (await connection.QueryAsync<NewSpeechRow>($"""
            SELECT {SpeechRow.Columns}, t.imported,
                (SELECT b.text FROM blocks AS b WHERE b.speech_id = s.id AND b.version = s.version AND b.block_id = 'p1') AS opening
            FROM speeches AS s JOIN texts AS t ON t.speech_id = s.id AND t.version = s.version
            ORDER BY s.id DESC LIMIT @most
            """, new { most })).Select(row => new NewSpeech(row.ToSpeech(), row.Imported, row.Opening))]);

    private sealed record NewSpeechRow : SpeechRow
    {
        public DateTimeOffset Imported { get; init; }

        public string? Opening { get; init; }
    }
}
