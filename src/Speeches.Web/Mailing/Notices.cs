using System.Globalization;
using System.Text;
using Speeches.Store;
using Speeches.Web.Pages.Inbox;
using Speeches.Web.Setup;

namespace Speeches.Web.Mailing;

/// <summary>A mail with its words.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">As <see cref="NewMail.Text"/>.</param>
/// <param name="Unsubscribe">Where its reader gets no more of its kind, or null.</param>
internal sealed record WrittenMail(string To, string Subject, string Text, Uri? Unsubscribe = null);

/// <summary>
/// Writes the mail that tells of what is in an inbox. What was written for a group stays in the library: mail passes through hands that
/// the group does not know, so of it there is only who did what where.
/// </summary>
internal sealed class Notices(NoticeStore notices, Unsubscription unsubscription, SiteAddress site)
{
    private const int MostInDigest = 50;

    /// <summary>Writes one, or null where there is nothing to be told any more.</summary>
    public async Task<WrittenMail?> Write(long mailId)
    {
        if (await notices.Find(mailId) is not { } notice)
            return null;
        var unsubscribe = unsubscription.Address(notice.AccountId);
        var text = new StringBuilder();
        foreach (var item in notice.Items.Take(MostInDigest))
            Append(text, item);
        if (notice.Items.Count > MostInDigest)
            text.Append(CultureInfo.InvariantCulture, $"And {notice.Items.Count - MostInDigest} more.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Your inbox:\n{new Uri(site.Root, "/inbox")}\n\nChoose which mail you get:\n{new Uri(site.Root, "/account/mail")}\n\nGet no more of it:\n{unsubscribe}\n");
        return new(notice.Email, Subject(notice), text.ToString(), unsubscribe);
    }

    private static string Subject(Notice notice) => notice switch
    {
        { IsDigest: false, Items: [var item, ..] } => $"{What(item)} {Where(item)}",
        { Items: [_] } => "One thing new in your inbox",
        _ => string.Create(CultureInfo.InvariantCulture, $"{notice.Items.Count} things new in your inbox"),
    };

    private void Append(StringBuilder text, InboxItem item)
    {
        text.Append(CultureInfo.InvariantCulture, $"{What(item)} {Where(item)}{(item.Group is null ? "" : ", in one of your groups")}{(item.Due is { } due ? $", due {due.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "")}:\n\n");
        if (item.Group is null && InboxWords.Opening(item) is { Length: > 0 } words)
            text.Append(CultureInfo.InvariantCulture, $"> {words}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{new Uri(site.Root, InboxWords.Address(item))}\n\n");
    }

    private static string What(InboxItem item) => item.By is { } by ? $"{by} {InboxWords.Done(item.Kind)}" : InboxWords.Happened(item.Kind);

    private static string Where(InboxItem item) => item.Kind switch
    {
        InboxKind.Version => $"of “{InboxWords.Title(item)}”",
        InboxKind.Speech => $": “{InboxWords.Title(item)}”",
        _ => $"on {(item.Paragraph is { } number ? $"paragraph {number} of " : "")}“{InboxWords.Title(item)}”",
    };
}
