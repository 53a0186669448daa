using System.Threading.Channels;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Live;

/// <summary>
/// Hands each change on to those who listen to its speech. While somebody listens, the database's generation, a number in memory, is
/// looked at a few times a second; only where it has moved is the log asked, once for all. So a change made by another process on the
/// same database is noticed too.
/// </summary>
internal sealed partial class LiveChanges(Database database, ChangeFeed feed, LiveOptions options, ILogger<LiveChanges> log) : BackgroundService
{
    private const int Batch = 1_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(150);
    private readonly Lock _turn = new();
    private readonly Dictionary<long, HashSet<Listener>> _listeners = [];
    private readonly SemaphoreSlim _somebody = new(0);
    private TaskCompletionSource _following = NotYet();
    private int _count;

    /// <summary>Listens to a speech, until its disposal: to all that is committed after this returns.</summary>
    /// <returns>Null where as many listen as may.</returns>
    public async Task<Listener?> Join(long speechId, Actor? reader)
    {
        Listener listener;
        Task following;
        lock (_turn)
        {
            if (_count >= options.MaximumReaders)
                return null;
            listener = new Listener(this, speechId, reader, options.MaximumBehind);
            if (!_listeners.TryGetValue(speechId, out var there))
                _listeners[speechId] = there = [];
            there.Add(listener);
            if (_count++ == 0)
                _somebody.Release();
            following = _following.Task;
        }

        await following;
        return listener;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await _somebody.WaitAsync(stop);
                await Follow(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (SpeechesError failure)
            {
                // A disk that is full for a while, a file that is locked: those who listen come again and get what they missed.
                SayUnread(log, failure);
                End();
            }
        }
    }

    private async Task Follow(CancellationToken stop)
    {
        var (generation, last) = (database.Generation, await feed.Last());
        _following.TrySetResult();
        using var timer = new PeriodicTimer(Look);
        while (!IsAlone() && await timer.WaitForNextTickAsync(stop))
        {
            var now = database.Generation;
            if (now == generation)
                continue;
            generation = now;
            List<LiveChange> changes;
            do
            {
                changes = await feed.Since(last, Batch);
                Send(changes);
                last = changes is [.., var newest] ? newest.Id : last;
            }
            while (changes.Count == Batch);
        }
    }

    // Who joins from here on waits until the log is followed again.
    private bool IsAlone()
    {
        lock (_turn)
        {
            if (_count == 0)
                _following = NotYet();
            return _count == 0;
        }
    }

    private void End()
    {
        lock (_turn)
        {
            // Who waits to join comes in, and out again.
            _following.TrySetResult();
            _following = NotYet();
            foreach (var listener in _listeners.Values.SelectMany(there => there))
                listener.End();
            _listeners.Clear();
            _count = 0;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Changes could not be read; those who listen have to come again")]
    private static partial void SayUnread(ILogger log, Exception failure);

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Send(List<LiveChange> changes)
    {
        lock (_turn)
        {
            foreach (var change in changes)
            {
                foreach (var listener in _listeners.GetValueOrDefault(change.SpeechId) ?? [])
                    listener.Take(change);
            }
        }
    }

    private void Leave(Listener listener)
    {
        lock (_turn)
        {
            if (!_listeners.TryGetValue(listener.SpeechId, out var there) || !there.Remove(listener))
                return;
            _count--;
            if (there.Count == 0)
                _listeners.Remove(listener.SpeechId);
        }
    }

    /// <summary>One who listens.</summary>
    internal sealed class Listener(LiveChanges changes, long speechId, Actor? reader, int most) : IDisposable
    {
        private readonly Channel<LiveChange> _waiting = Channel.CreateBounded<LiveChange>(new BoundedChannelOptions(most) { SingleReader = true, SingleWriter = true });

        /// <summary>To what.</summary>
        public long SpeechId => speechId;

        /// <summary>Those that they may see, as they come; it ends for who is too slow, and they come again.</summary>
        public ChannelReader<LiveChange> Changes => _waiting.Reader;

        /// <summary>Hands one on.</summary>
        public void Take(LiveChange change)
        {
            if (change.IsFor(reader) && !_waiting.Writer.TryWrite(change))
                End();
        }

        /// <summary>Lets them come again.</summary>
        public void End() => _waiting.Writer.TryComplete();

        /// <inheritdoc />
        public void Dispose() => changes.Leave(this);
    }
}
