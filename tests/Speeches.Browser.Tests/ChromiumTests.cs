namespace Speeches.Browser.Tests;
public class ChromiumTests(Chromium chromium)
{
    [Fact] public void It_starts() => Assert.True(chromium.Browser.IsConnected);
}
