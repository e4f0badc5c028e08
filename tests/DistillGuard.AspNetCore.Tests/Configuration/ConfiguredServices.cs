// SPDX-License-Identifier: MIT

using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>An application configured by a piece of JSON.</summary>
internal static class ConfiguredServices
{
    /// <summary>The guard that <c>"DistillGuard": { … }</c> makes.</summary>
    public static DistillationGuard Guard(string section)
    {
        var services = new ServiceCollection();
        services.AddDistillGuard(Json($$"""{ "DistillGuard": {{section}} }"""));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<DistillationGuard>();
    }

    /// <summary>Everything that is wrong with it.</summary>
    public static IReadOnlyList<string> ProblemsOf(string section) =>
        Assert.Throws<GuardConfigurationException>(() => Guard(section))!.Problems;

    public static IConfigurationRoot Json(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
