using System.Globalization;

namespace Speeches.Web.Setup.Accounts;

/// <summary>For how long API tokens work, as the settings have it.</summary>
internal sealed class TokenTimes(AccountOptions options, TimeProvider clock)
{
    /// <summary>The days of a token for which nothing else is asked.</summary>
    public int DefaultDays => Math.Min(options.TokenDays, options.TokenMaximumDays);

    /// <summary>The most days.</summary>
    public int MaximumDays => options.TokenMaximumDays;

    /// <summary>When a token ends.</summary>
    /// <param name="wish">A number of days, or a date (<c>2027-01-31</c>, of which the whole day still counts); nothing for the default.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>days</c>.</exception>
    public DateTimeOffset Read(string? wish)
    {
        var now = clock.GetUtcNow();
        wish = wish?.Trim();
        var end = wish is null or "" ? now.AddDays(DefaultDays)
            : int.TryParse(wish, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaximumDays ? now.AddDays(days)
            : DateOnly.TryParseExact(wish, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? new DateTimeOffset(date.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)
            : DateTimeOffset.MaxValue;
        return end > now && end <= now.AddDays(MaximumDays)
            ? end
            : throw new SpeechesError(ErrorKind.Refused,
                $"A token works for 1 to {MaximumDays} days: give their number, or the last day as a date such as 2027-01-31. No token was made.", "days");
    }
}
