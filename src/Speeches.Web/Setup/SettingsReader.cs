using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Speeches.Web.Setup;

/// <summary>
/// Fills an options record from its section. Written out because the framework's binder ignores a misspelt name, takes a number for
/// any enum and explains a bad value in terms of .NET types.
/// </summary>
internal static class SettingsReader
{
    /// <summary>Reads a section; what is not set keeps its default.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> for an unknown name or a bad value.</exception>
    public static T Read<T>(IConfiguration configuration, string section) where T : class, new()
    {
        var options = new T();
        foreach (var setting in configuration.GetSection(section).GetChildren())
        {
            var property = typeof(T).GetProperty(setting.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (property is not { CanWrite: true })
                throw new SpeechesError(ErrorKind.Refused, $"There is no setting {setting.Path}. Nothing was started; docs/settings.md lists them all.");
            if (setting.Value is { Length: > 0 } value)
                property.SetValue(options, Convert(property, $"{section}:{property.Name}", value));
            else if (property.PropertyType == typeof(string))
                property.SetValue(options, "");
        }
        return options;
    }

    private static object Convert(PropertyInfo property, string name, string value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string))
            return value;
        if (type == typeof(bool))
            return bool.TryParse(value, out var truth) ? truth : throw Settings.Bad(name, value, "true or false");
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
                ? Enum.Parse(type, value, ignoreCase: true)
                : throw Settings.Bad(name, value, "one of " + string.Join(", ", Enum.GetNames(type)));
        }
        var range = property.GetCustomAttribute<RangeAttribute>() ?? new RangeAttribute(1, int.MaxValue);
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && range.IsValid(number)
            ? number
            : throw Settings.Bad(name, value, range.Maximum is int.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"a whole number, {range.Minimum} or more")
                : string.Create(CultureInfo.InvariantCulture, $"a whole number from {range.Minimum} to {range.Maximum}"));
    }
}
