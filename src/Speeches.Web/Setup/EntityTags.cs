using Microsoft.Extensions.Primitives;

namespace Speeches.Web.Setup;

/// <summary>Compares entity tags (RFC 9110, section 8.8.3) without allocating.</summary>
internal static class EntityTags
{
    /// <summary>Whether <c>If-None-Match</c> names this tag, or any: the client has it already. Weak comparison, as the RFC asks.</summary>
    /// <param name="ifNoneMatch">The request's field.</param>
    /// <param name="tag">The current tag, quoted.</param>
    public static bool AnyMatches(StringValues ifNoneMatch, string tag)
    {
        for (var i = 0; i < ifNoneMatch.Count; i++)
        {
            var line = ifNoneMatch[i];
            if (line == tag) return true;
            if (line is null) continue;
            ReadOnlySpan<char> rest = line;
            foreach (var range in rest.Split(','))
            {
                var item = rest[range].Trim();
                if (item is "*" || (item.StartsWith("W/", StringComparison.Ordinal) ? item[2..] : item).SequenceEqual(tag)) return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The revision in an <c>If-Match</c> field: null where the field is absent or <c>*</c>. Strong comparison, as the RFC asks; a field
    /// that holds no revision of ours matches nothing, which is -1.
    /// </summary>
    public static int? Revision(StringValues ifMatch)
    {
        if (StringValues.IsNullOrEmpty(ifMatch)) return null;
        var field = ifMatch.ToString().AsSpan().Trim();
        if (field is "*") return null;
        return field.Length > 2 && field[0] == '"' && field[^1] == '"' && int.TryParse(field[1..^1], out var revision) ? revision : -1;
    }
}
