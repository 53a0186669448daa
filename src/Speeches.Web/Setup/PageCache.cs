using System.Collections.Concurrent;
using Speeches.Store;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Setup;

/// <summary>
/// Answers anonymous readers with whole pages from memory. A cached page is never older than the last acknowledged write, of this
/// process or another: before each answer the database's generation is compared with the one in which the page was known to be
/// current; once that has moved, a page of one speech is kept if the speech's revision has not, and any other page is made again.
/// </summary>
internal sealed class PageCache(Database database, SpeechStore speeches, PageCapture capture, PageCacheOptions options)
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly Lock _evicting = new();
    private long _bytes;

    /// <summary>Bytes that the cached pages take now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>
    /// Whether a request may be answered from here: it asks for a page as anybody would. With a session, a token or a query the
    /// answer may be another, so those go their own way.
    /// </summary>
    public static bool IsForEverybody(HttpRequest request)
    {
        var headers = request.Headers;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && !request.QueryString.HasValue
            && !SafeCookie.MayBeSignedIn(request)
            && !headers.ContainsKey("X-Requested-With")
            && !request.PathBase.HasValue;
    }

    /// <summary>The page under a path, if it is in memory and nothing has been written since it was last checked.</summary>
    public CachedPage? Fresh(string path, long generation)
    {
        if (!_slots.TryGetValue(path, out var slot) || slot.Page is not { } page || page.Generation != generation) return null;
        slot.LastUsed = Environment.TickCount64;
        return page;
    }

    /// <summary>The current page under a path, checked or made anew; null where the path has no page to be cached.</summary>
    /// <param name="rest">The pipeline after the cache.</param>
    /// <param name="path">The path asked for.</param>
    /// <param name="generation">The database's generation, asked for after the request came in.</param>
    public async Task<CachedPage?> Current(RequestDelegate rest, string path, long generation)
    {
        if (!CacheablePath.TryRead(path, out var slug)) return null;
        var revision = 0L;
        if (slug is not null)
        {
            // An unknown speech gets no slot: made-up addresses must not fill the memory.
            if (await speeches.Revision(slug) is not { } current) return null;
            revision = current;
        }

        var slot = _slots.GetOrAdd(path, static _ => new Slot());
        slot.LastUsed = Environment.TickCount64;
        if (slug is not null && slot.Page is { } page && page.Revision == revision)
        {
            page.Generation = generation;
            return page;
        }

        return await slot.Render(generation, () => Make(rest, path, slot, generation, revision));
    }

    /// <summary>The database's generation; ask for it once in a request, before anything else is looked at.</summary>
    public long Generation => database.Generation;

    private async Task<CachedPage?> Make(RequestDelegate rest, string path, Slot slot, long generation, long revision)
    {
        if (await capture.Render(rest, path) is not { } made)
        {
            return null;
        }

        // Generation and revision were read before the page was: what was written meanwhile is in it or will be noticed.
        var page = new CachedPage(made.Body, made.ContentType, made.Headers, generation, revision);
        if (page.Size > options.MaximumBytes / 4) return page;
        var before = Interlocked.Exchange(ref slot.Page, page);
        if (Interlocked.Add(ref _bytes, page.Size - (before?.Size ?? 0)) > options.MaximumBytes) Evict();
        return page;
    }

    private void Evict()
    {
        lock (_evicting)
        {
            foreach (var (path, slot) in _slots.OrderBy(entry => entry.Value.LastUsed).ToList())
            {
                if (Bytes <= options.MaximumBytes * 3 / 4) return;
                _slots.TryRemove(path, out _);
                if (Interlocked.Exchange(ref slot.Page, null) is { } page) Interlocked.Add(ref _bytes, -page.Size);
            }
        }
    }

    private sealed class Slot
    {
        private readonly Lock _starting = new();
        private Task<CachedPage?>? _rendering;
        private long _renderingGeneration;

        public CachedPage? Page;

        public long LastUsed;

        /// <summary>
        /// Renders once for all who miss at the same time. A request joins a rendering only where nothing was written between its
        /// start and the request, so that nobody is shown a page from before a write that they know of.
        /// </summary>
        public Task<CachedPage?> Render(long generation, Func<Task<CachedPage?>> make)
        {
            lock (_starting)
            {
                if (_rendering is { IsCompleted: false } running && _renderingGeneration == generation) return running;
                // Nothing of the request that happens to start it goes into the rendering.
                using var own = ExecutionContext.SuppressFlow();
                _renderingGeneration = generation;
                return _rendering = Task.Run(make);
            }
        }
    }
}
