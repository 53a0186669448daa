namespace Speeches.Parsing;

/// <summary>A line of a source as it was read, to be looked at beside what became of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Page">From 1; 0 where the format has no pages.</param>
/// <param name="Text">The words.</param>
public sealed record PrintedLine(int Number, int Page, string Text);
