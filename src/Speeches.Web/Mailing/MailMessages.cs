using MimeKit;
using Speeches.Store;

namespace Speeches.Web.Mailing;

/// <summary>Mail as it goes over the wire.</summary>
internal static class MailMessages
{
    /// <summary>Plain text and the same as HTML.</summary>
    /// <exception cref="FormatException">Where the recipient is no address.</exception>
    public static MimeMessage Of(ClaimedMail mail, MailboxAddress sender, DateTimeOffset now)
    {
        var message = new MimeMessage { MessageId = mail.MessageId, Date = now, Subject = mail.Subject ?? "" };
        message.From.Add(sender);
        message.To.Add(MailboxAddress.TryParse(mail.Recipient, out var recipient) ? recipient : throw new FormatException("No address."));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // RFC 3834: no absence notes in answer
        var text = mail.Body ?? "";
        message.Body = new BodyBuilder { TextBody = text, HtmlBody = MailHtml.Of(text) }.ToMessageBody();
        return message;
    }
}
