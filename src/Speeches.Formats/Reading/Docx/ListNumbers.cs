using System.Text;
using System.Xml.Linq;

namespace Speeches.Formats.Reading.Docx;

/// <summary>Counts the numbered paragraphs of a file and prints their numbers as Word would (numbering.xml).</summary>
internal sealed class ListNumbers
{
    private const int Levels = 9;
    private readonly Dictionary<int, XElement> _instances = [];
    private readonly Dictionary<int, Dictionary<int, XElement>> _levels = [];
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<int> _used = [];

    internal ListNumbers(XElement? numbering, StyleSheet styles)
    {
        foreach (var instance in numbering.Children("num"))
        {
            if (instance.Attr("numId").Number() is { } id)
                _instances.TryAdd(id, instance);
        }

        var definitions = new Dictionary<int, XElement>();
        foreach (var definition in numbering.Children("abstractNum"))
        {
            if (definition.Attr("abstractNumId").Number() is { } id)
                definitions.TryAdd(id, definition);
        }

        foreach (var (id, definition) in definitions)
        {
            // A definition may only point to a list style, whose own instance leads to the definition with the levels.
            var levels = definition;
            if (definition.ChildValue("numStyleLink") is { } style && styles.Numbering(style)?.Instance is { } linked
                && _instances.GetValueOrDefault(linked).ChildValue("abstractNumId").Number() is { } other && definitions.TryGetValue(other, out var found))
                levels = found;
            var byIndex = _levels[id] = [];
            foreach (var level in levels.Children("lvl"))
            {
                if (level.Attr("ilvl").Number() is { } index and >= 0 and < Levels)
                    byIndex.TryAdd(index, level);
            }
        }
    }

    /// <summary>The level of a list at which paragraphs of a style stand, or 0.</summary>
    internal int LevelOf(int instance, string? style) =>
        style is not null && Definition(instance) is { } id && _levels.TryGetValue(id, out var levels)
            ? levels.FirstOrDefault(level => level.Value.ChildValue("pStyle") == style).Key : 0;

    /// <summary>Counts one paragraph and returns its printed number or bullet; empty for one that prints nothing; null for no list.</summary>
    internal string? Next(int instance, int level)
    {
        if (Definition(instance) is not { } id || !_levels.TryGetValue(id, out var levels))
            return null;
        level = Math.Clamp(level, 0, Levels - 1);
        if (!_counts.TryGetValue(id, out var counts))
            _counts[id] = counts = new int?[Levels];
        if (_used.Add(instance))
            Restart(instance, counts);

        for (var i = 0; i < level; i++)
            counts[i] ??= Start(instance, levels, i);
        counts[level] = counts[level] is { } last ? last == int.MaxValue ? last : last + 1 : Start(instance, levels, level);
        for (var i = level + 1; i < Levels; i++)
        {
            // "Never restart" (0) and "restart after level n" are the only values; any other level restarts after each higher one.
            if (Level(instance, levels, i).ChildValue("lvlRestart").Number() is not { } after || (after > 0 && level < after))
                counts[i] = null;
        }

        return Print(instance, levels, counts, level);
    }

    private int? Definition(int instance) => _instances.GetValueOrDefault(instance).ChildValue("abstractNumId").Number();

    private XElement? Override(int instance, int level) =>
        _instances.GetValueOrDefault(instance).Children("lvlOverride").FirstOrDefault(item => item.Attr("ilvl").Number() == level);

    private XElement? Level(int instance, Dictionary<int, XElement> levels, int level) =>
        Override(instance, level).Child("lvl") ?? levels.GetValueOrDefault(level);

    private int Start(int instance, Dictionary<int, XElement> levels, int level) =>
        Override(instance, level).ChildValue("startOverride").Number() ?? Level(instance, levels, level).ChildValue("start").Number() ?? 1;

    private void Restart(int instance, int?[] counts)
    {
        foreach (var item in _instances[instance].Children("lvlOverride"))
        {
            if (item.Child("startOverride") is not null && item.Attr("ilvl").Number() is { } level and >= 0 and < Levels)
                counts[level] = null;
        }
    }

    private string Print(int instance, Dictionary<int, XElement> levels, int?[] counts, int level)
    {
        var definition = Level(instance, levels, level);
        var pattern = definition.ChildValue("lvlText") ?? "";
        if (definition.ChildValue("numFmt") == "bullet")
            return pattern is "-" or "–" or "—" or "*" or "·" or "○" or "▪" ? pattern : "•";
        var legal = definition.Child("isLgl").IsOn() == true;
        var printed = new StringBuilder();
        for (var i = 0; i < pattern.Length && i < 200; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var at = pattern[++i] - '1';
                var format = Level(instance, levels, at).ChildValue("numFmt");
                printed.Append(NumberFormats.Print(counts[at] ?? Start(instance, levels, at), legal ? "decimal" : format));
            }
            else
            {
                printed.Append(char.IsControl(pattern[i]) ? ' ' : pattern[i]);
            }
        }

        return printed.ToString().Trim();
    }
}
