// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.Samples.Gateway.Customers;

/// <summary>The customers by their keys. Immutable.</summary>
internal sealed class CustomerDirectory
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private readonly Dictionary<string, Customer> _byKey;

    public CustomerDirectory(IEnumerable<Customer> customers)
    {
        All = [.. customers];
        _byKey = All.ToDictionary(customer => customer.Key, StringComparer.Ordinal);
    }

    /// <summary>All of them, in the file's order.</summary>
    public IReadOnlyList<Customer> All { get; }

    /// <summary>The made-up customers that come with the sample.</summary>
    public static CustomerDirectory MadeUp() => Read(Path.Combine(AppContext.BaseDirectory, "customers.json"));

    /// <summary>Reads a file of customers.</summary>
    /// <exception cref="JsonException">It does not follow the form; the message says where.</exception>
    public static CustomerDirectory Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new CustomerDirectory(JsonSerializer.Deserialize<List<Customer>>(file, Format)!);
    }

    /// <summary>Whoever holds a key; <see langword="null"/> for nobody.</summary>
    public Customer? Find(string key) => _byKey.GetValueOrDefault(key);
}
