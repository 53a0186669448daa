using Speeches.Parsing;
using Speeches.Store;

namespace Speeches.Web.Importing;

/// <summary>What an import says of a speech that is there already in some way.</summary>
internal static class LikeRemark
{
    /// <summary>The stable word.</summary>
    public static string CodeOf(Likeness kind) => kind switch
    {
        Likeness.SameBytes => "same-file",
        Likeness.SameText => "same-text",
        _ => "other-language",
    };

    /// <summary>The remark among the result's others.</summary>
    public static DiagnosticJson Of(LikeSpeech like) => like.Kind == Likeness.OtherLanguage
        ? new(DiagnosticSeverity.Information, CodeOf(like.Kind), 0, $"This may be the speech \"{like.Slug}\" in another language: then it is better added as a version of it.")
        : new(DiagnosticSeverity.Warning, CodeOf(like.Kind), 0, $"The library has the same words already, from another file: \"{like.Slug}\".");
}
