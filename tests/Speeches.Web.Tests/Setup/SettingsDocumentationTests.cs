using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Speeches.Web.Setup;

namespace Speeches.Web.Tests.Setup;

public partial class SettingsDocumentationTests
{
    [Fact]
    public void Every_setting_is_documented_with_its_default_and_meaning_and_no_other() =>
        Assert.Equal(Rows().Order(StringComparer.Ordinal), Documented().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Documented([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "settings.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    private static IEnumerable<string> Rows()
    {
        var settings = new Settings();
        foreach (var section in typeof(Settings).GetProperties().Where(property => property.CanWrite))
        {
            var value = section.GetValue(settings);
            if (value is string)
            {
                yield return Row(section.Name, value, section);
                continue;
            }
            foreach (var setting in section.PropertyType.GetProperties().Where(property => property.CanWrite))
                yield return Row($"{section.Name}:{setting.Name}", setting.GetValue(value), setting);
        }
    }

    private static string Row(string name, object? value, PropertyInfo property)
    {
        var given = value switch
        {
            null or "" => "empty",
            bool truth => truth ? "`true`" : "`false`",
            IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
            _ => $"`{value}`",
        };
        return $"| `{name}` | {given} | {Meaning(property)} |";
    }

    // The compiler writes doc comments beside the assembly.
    private static string Meaning(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var comments = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"));
        var summary = comments.Descendants("member").Single(member => member.Attribute("name")!.Value == $"P:{type.FullName}.{property.Name}").Element("summary")!;
        var words = string.Concat(summary.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement element => $"`{element.Attribute("cref")!.Value.Split('.')[^1]}`",
            _ => "",
        }));
        return Space().Replace(words, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
