using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using Speeches.Comparing;

namespace Speeches.Tests.Comparing;

public sealed class TextPiecesTests
{
    [Theory]
    [InlineData("The Court's 1,000 cases.", "The| |Court's| |1,000| |cases|.")]
    [InlineData("السلام والأمن", "السلام| |والأمن")]
    [InlineData("الحَقّ ١٬٠٠٠", "الحَقّ| |١٬٠٠٠")]
    [InlineData("和平与安全。", "和|平|与|安|全|。")]
    [InlineData("по-русски", "по|-|русски")]
    public void A_text_is_cut_into_words_and_characters(string text, string pieces) =>
        Assert.Equal(pieces.Split('|'), TextPieces.Cut(text));

    [Property]
    public void The_pieces_are_the_text_and_cut_no_character_in_two(string? text)
    {
        var whole = text ?? "";
        var pieces = TextPieces.Cut(whole);

        Assert.Equal(whole, string.Concat(pieces));
        var boundaries = StringInfo.ParseCombiningCharacters(whole).Append(whole.Length).ToHashSet();
        var at = 0;
        Assert.All(pieces, piece => Assert.Contains(at += piece.Length, boundaries));
    }
}
