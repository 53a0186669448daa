using MimeKit;

namespace Speeches.Web.Mailing;

/// <summary>Mail as it goes over the wire.</summary>
internal static class MailMessages
{
    /// <summary>Plain text and the same as HTML.</summary>
    /// <param name="mail">The words.</param>
    /// <param name="messageId">The same at each attempt.</param>
    /// <param name="sender">From whom.</param>
    /// <param name="now">When it is sent.</param>
    /// <exception cref="FormatException">Where the recipient is no address.</exception>
    public static MimeMessage Of(WrittenMail mail, string messageId, MailboxAddress sender, DateTimeOffset now)
    {
        var message = new MimeMessage { MessageId = messageId, Date = now, Subject = mail.Subject };
        message.From.Add(sender);
        message.To.Add(MailboxAddress.TryParse(mail.To, out var recipient) ? recipient : throw new FormatException("No address."));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // RFC 3834: no absence notes in answer
        if (mail.Unsubscribe is { } unsubscribe)
        {
            // RFC 8058: a mail program may post there by itself when its user wants no more.
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = MailHtml.Of(mail.Text) }.ToMessageBody();
        return message;
    }
}
