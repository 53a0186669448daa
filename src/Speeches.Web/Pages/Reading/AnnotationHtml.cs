using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Speeches.Annotations;
using Speeches.Formats;

namespace Speeches.Web.Pages.Reading;

/// <summary>
/// An annotation as HTML. What everybody sees of it is made once and kept with it: the store gives the same object as long as the
/// speech's revision stays. What a reader may do with it is written for each reader.
/// </summary>
internal static class AnnotationHtml
{
    // Weak: the markup goes when the store lets go of the annotation.
    private static readonly ConditionalWeakTable<Annotation, string> Kept = [];

    /// <summary>Author, times, words, who resolved it, and what the reader may do.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="encoder">The page's.</param>
    /// <param name="annotation">Not a placeholder.</param>
    /// <param name="root">Of its thread.</param>
    /// <param name="actor">The reader; null for an anonymous one.</param>
    public static void Write(TextWriter writer, HtmlEncoder encoder, Annotation annotation, Annotation root, Actor? actor)
    {
        // What one reader alone sees is read anew for each page, so there would be nothing to find.
        if (annotation.Audience != Audience.Public)
            writer.Write(Written(annotation, encoder));
        else if (Kept.TryGetValue(annotation, out var kept))
            writer.Write(kept);
        else
            writer.Write(Kept.GetValue(annotation, key => Written(key, encoder)));
        if (actor is not null)
            WriteActs(writer, annotation, root, actor);
    }

    private static string Written(Annotation annotation, HtmlEncoder encoder)
    {
        var edited = annotation.Modified is { } modified ? $"<span><a href=\"/annotations/{annotation.Id}/history\" rel=\"nofollow\">edited</a> {Dates.Html(modified)}</span>" : "";
        var only = annotation.IsReply || annotation.Audience == Audience.Public ? ""
            : $"<span class=\"only\" dir=\"auto\">{encoder.Encode(annotation.Audience.Group ?? "only me")}</span>";
        var resolved = annotation.Resolution is { } resolution
            ? $"<p class=\"resolved\">Resolved by <b dir=\"auto\">{encoder.Encode(resolution.By.Name)}</b> {Dates.Html(resolution.At)}</p>\n"
            : "";
        // Whether it is overdue is not said here: these words are kept, and the day goes on.
        var assigned = annotation.Assignment is { } assignment
            ? $"<p class=\"assigned\">Assigned to <b dir=\"auto\">{encoder.Encode(assignment.To.Name)}</b>{(assignment.Due is { } due ? ", due " + encoder.Encode(Dates.Day(due)) : "")}</p>\n"
            : "";
        return $"""
            <p class="by"><b dir="auto">{encoder.Encode(annotation.Author.Name)}</b> <a href="#a-{annotation.Id}">{Dates.Html(annotation.Created)}</a>{edited}{only}</p>
            <div class="words" dir="auto">{CommentMarkdown.ToHtml(annotation.Body)}</div>
            {assigned}{resolved}
            """;
    }

    private static void WriteActs(TextWriter writer, Annotation annotation, Annotation root, Actor actor)
    {
        var mayReply = !annotation.IsReply && May(AnnotationAction.Reply);
        var mayResolve = !annotation.IsReply && May(AnnotationAction.Resolve);
        var mayEdit = May(AnnotationAction.Edit);
        var mayDelete = May(AnnotationAction.Delete);
        var mayShare = !annotation.IsReply && May(AnnotationAction.Share);
        var mayAssign = !annotation.IsReply && annotation.Deleted is null && (May(AnnotationAction.Assign) || annotation.Assignment?.To.Id == actor.Id);
        if (!(mayAssign || mayReply || mayResolve || mayEdit || mayDelete || mayShare))
            return;
        writer.Write("<p class=\"acts\">");
        if (mayReply)
            WriteLink("/replies", "Reply");
        if (mayResolve)
        {
            writer.Write("<button form=\"act\" formaction=\"/annotations/");
            writer.Write(annotation.Id);
            writer.Write(annotation.Resolution is null
                ? "/resolution\" name=\"resolved\" value=\"true\">Resolve</button>"
                : "/resolution\" name=\"resolved\" value=\"false\">Reopen</button>");
        }

        if (mayEdit)
            WriteLink("/edit", "Edit");
        if (mayShare)
            WriteLink("/audience", "Audience…");
        if (mayAssign)
            WriteLink("/assignment", "Assign…");
        if (mayDelete)
            WriteLink("/delete", "Delete");
        writer.Write("</p>\n");

        bool May(AnnotationAction action) => AnnotationRules.May(actor, action, annotation, root.Author.Id);

        void WriteLink(string verb, string label)
        {
            writer.Write("<a href=\"/annotations/");
            writer.Write(annotation.Id);
            writer.Write(verb);
            writer.Write("\" data-compose>");
            writer.Write(label);
            writer.Write("</a>");
        }
    }
}
