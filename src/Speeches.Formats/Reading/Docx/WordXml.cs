using System.Xml.Linq;

namespace Speeches.Formats.Reading.Docx;

/// <summary>Short ways to elements and attributes of WordprocessingML, in its transitional and its strict namespace alike.</summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Mathematics = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    /// <summary>The name of a Word element; "mc:…" for markup compatibility, "m:…" for formulas; empty for any other.</summary>
    internal static string Word(this XElement element) => element.Name.NamespaceName switch
    {
        Transitional or Strict => element.Name.LocalName,
        Compatibility => "mc:" + element.Name.LocalName,
        Mathematics => "m:" + element.Name.LocalName,
        _ => "",
    };

    /// <summary>The first child of that name.</summary>
    internal static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name && child.Word() == name);

    /// <summary>The children of that name.</summary>
    internal static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name && child.Word() == name) ?? [];

    /// <summary>An attribute by its local name, whatever its namespace.</summary>
    internal static string? Attr(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name && !attribute.IsNamespaceDeclaration)?.Value;

    /// <summary>The value of a child ("val"), or null.</summary>
    internal static string? ChildValue(this XElement? element, string name) => element.Child(name).Attr("val");

    /// <summary>Whether an on-off property says on; null where it is not there.</summary>
    internal static bool? IsOn(this XElement? property) => property is null ? null : property.Attr("val") is not ("0" or "false" or "off" or "none");
}
