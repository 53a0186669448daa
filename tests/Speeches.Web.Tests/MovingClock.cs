namespace Speeches.Web.Tests;

/// <summary>A clock that moves when it is told to, and a millisecond with each look, so that order is visible.</summary>
internal sealed class MovingClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now = Now.AddMilliseconds(1);
}
