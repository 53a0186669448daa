using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Speeches.Web.Importing;

/// <summary>
/// Lets the forms that bring files be larger than other requests. On a page it runs as a filter before the antiforgery check, which is
/// the first to read the form; only those who may import get that far.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitsAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery filter, whose order is 1000.</summary>
    public int Order => 900;

    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context) => Apply(context.HttpContext);

    /// <summary>Raises the limit of this request.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.TooLarge"/> where the request says that it is larger still.</exception>
    public static void Apply(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<ImportOptions>();
        if (context.Request.ContentLength > limits.MaximumUploadBytes)
            throw TooLarge(limits);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limits.MaximumUploadBytes;
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = limits.MaximumUploadBytes }));
    }

    /// <summary>What is said of an upload over the limit.</summary>
    public static SpeechesError TooLarge(ImportOptions limits) => new(ErrorKind.TooLarge,
        $"The upload is larger than {limits.MaximumUploadBytes} bytes; nothing was stored. Send fewer files at once.", "file")
    { Code = ImportCodes.TooLarge };
}
