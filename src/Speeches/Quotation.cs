namespace Speeches;

/// <summary>A passage in quotation marks.</summary>
/// <param name="BlockId">The <see cref="Block.Id"/> it stands in.</param>
/// <param name="Start">First code unit of the words, after the opening mark.</param>
/// <param name="End">One past the last code unit of the words, before the closing mark.</param>
/// <param name="Words">The words between the marks: <c>block.Text[Start..End]</c>.</param>
/// <param name="IsTitle">Whether the marks hold a title (of a report, a book) rather than someone's words.</param>
/// <param name="SaidBy">Who or what is quoted, in the words of the text ("The Secretary-General"), or null where it does not say.</param>
public sealed record Quotation(string BlockId, int Start, int End, string Words, bool IsTitle, string? SaidBy);
