// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo;

/// <summary>Tells where an address comes from.</summary>
/// <remarks>
/// Implementations are called for every request, on any thread: <see cref="Find"/> must not block, throw or allocate.
/// </remarks>
public interface IAddressOriginSource
{
    /// <summary>A short name for messages, for example the kind of data.</summary>
    string Name { get; }

    /// <summary>The day the data describes.</summary>
    DateOnly DataDate { get; }

    /// <summary>What is known of an address; the default value where nothing is.</summary>
    /// <param name="address">The address, as the host resolved it behind its trusted proxies.</param>
    AddressOrigin Find(ClientAddress address);
}
