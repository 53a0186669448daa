using System.Security.Claims;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>
/// Who the holder of a session is by the account as it stands now. A session is read once and then kept until something is committed
/// that may change it, so that an end takes effect with the next request and a page costs no query for it.
/// </summary>
internal sealed class OpenSessions(Database database, SessionStore sessions, AccountOptions options, TimeProvider clock)
{
    /// <summary>The claim of a cookie that holds the session's secret.</summary>
    public const string SecretClaim = "session";

    private const int MostKept = 4096;

    // Written rarely: a page that is read must not cost a write.
    private static readonly TimeSpan Exactness = TimeSpan.FromHours(1);

    private readonly Kept<string, OpenSession> _open = new(() => database.AccountsGeneration, MostKept);

    /// <summary>After how long a session that is not used ends.</summary>
    public TimeSpan Unused { get; } = TimeSpan.FromDays(options.SessionDays);

    /// <summary>The account's claims as they are now; null where the session has ended: signed out, too old, or its account changed or disabled.</summary>
    /// <param name="cookie">What the cookie says.</param>
    public async ValueTask<ClaimsPrincipal?> Find(ClaimsPrincipal? cookie)
    {
        if (cookie?.FindFirstValue(SecretClaim) is not { } secret || await _open.Get(SessionStore.Key(secret), () => Read(secret)) is not { } session)
            return null;
        var now = clock.GetUtcNow();
        if (now - session.Seen > Unused || now - session.Began > TimeSpan.FromDays(options.SessionMaximumDays))
            return null;
        if (session.IsSeen(now, Exactness))
            await Note(session.Id);
        // A clone: who handles the request may add to it.
        return session.Principal.Clone();
    }

    private async Task Note(long id)
    {
        try
        {
            await sessions.Seen(id);
        }
        catch (SpeechesError)
        {
            // Who reads goes on reading, also where nothing can be written.
        }
    }

    private async Task<OpenSession?> Read(string secret) => await sessions.Find(secret) is var (session, actor)
        ? new(session.Id, session.Created, session.LastSeen, AccountPrincipal.Of(actor, session))
        : null;

    private sealed class OpenSession(long id, DateTimeOffset began, DateTimeOffset seen, ClaimsPrincipal principal)
    {
        private long _seen = seen.UtcTicks;

        public long Id => id;

        public DateTimeOffset Began => began;

        public DateTimeOffset Seen => new(Volatile.Read(ref _seen), TimeSpan.Zero);

        public ClaimsPrincipal Principal => principal;

        // True for one of those who come at the same time.
        public bool IsSeen(DateTimeOffset now, TimeSpan exactness)
        {
            var before = Volatile.Read(ref _seen);
            return now.UtcTicks - before > exactness.Ticks && Interlocked.CompareExchange(ref _seen, now.UtcTicks, before) == before;
        }
    }
}
