// SPDX-License-Identifier: MIT

namespace DistillGuard.Samples.Gateway.Customers;

/// <summary>Registers the customers' keys as the one way to authenticate.</summary>
internal static class ApiKeyServices
{
    /// <summary>Adds them. Keys need no cookies, and so none of the data protection that <c>AddAuthentication</c> brings.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = ApiKeyHandler.Name;
            options.AddScheme<ApiKeyHandler>(ApiKeyHandler.Name, null);
        });
        return services.AddWebEncoders().AddTransient<ApiKeyHandler>().AddAuthorization();
    }
}
