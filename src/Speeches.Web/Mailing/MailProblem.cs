using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Speeches.Web.Mailing;

/// <summary>Why handing over a mail failed, and what follows from that.</summary>
/// <param name="Words">For administrators; no address.</param>
/// <param name="Code">For the log: a status of SMTP, or the kind of failure.</param>
/// <param name="IsFinal">Whether no further attempt would do better.</param>
/// <param name="IsOfServer">Whether other mail would fail in the same way just now.</param>
internal sealed partial record MailProblem(string Words, string Code, bool IsFinal, bool IsOfServer)
{
    /// <summary>Understands what was thrown.</summary>
    public static MailProblem Of(Exception failure) => failure switch
    {
        SmtpCommandException refused => Of(refused),
        FormatException => new("The address is none that mail can be sent to.", "address", IsFinal: true, IsOfServer: false),
        AuthenticationException => Server("The mail server does not accept Mail:User and Mail:Password.", "authentication"),
        SslHandshakeException => Server("No TLS with the mail server: its certificate is not trusted, or Mail:Security does not fit its port.", "tls"),
        OperationCanceledException => Server("The mail server did not answer in time.", "timeout"),
        _ => Server("The mail server could not be reached, or ended the connection.", failure.GetType().Name),
    };

    private static MailProblem Of(SmtpCommandException refused)
    {
        var code = (int)refused.StatusCode;
        var what = refused.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => "the recipient",
            SmtpErrorCode.SenderNotAccepted => "the sender (Mail:From)",
            SmtpErrorCode.MessageNotAccepted => "the mail",
            _ => "a command",
        };
        // A sender that is refused is a setting to be mended, and mail need not be lost over it.
        var isFinal = code >= 500 && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
        return new(
            $"The mail server refused {what} ({code}): {Address().Replace(Shortened(refused.Message), "…")}", code.ToString(System.Globalization.CultureInfo.InvariantCulture),
            isFinal && code >= 500, IsOfServer: refused.ErrorCode is not (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted));
    }

    private static MailProblem Server(string words, string code) => new(words, code, IsFinal: false, IsOfServer: true);

    private static string Shortened(string words) => words.Length <= 200 ? words : words[..200] + "…";

    [GeneratedRegex(@"\S*@\S*")]
    private static partial Regex Address();
}
