namespace Speeches;

/// <summary>Languages of texts.</summary>
public static class Languages
{
    /// <summary>Whether two BCP 47 tags are of one language, whatever its region or script; an unknown one is taken for the other.</summary>
    public static bool AreSame(string? one, string? other) =>
        one is null || other is null || one.Split('-')[0].Equals(other.Split('-')[0], StringComparison.OrdinalIgnoreCase);
}
