// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Benchmarks.Peers;

/// <summary>Hyperscan 5 where it is installed (Debian: <c>libhyperscan5</c>): every pattern at once, each reported once.</summary>
internal sealed unsafe partial class HyperscanPeer : IDisposable
{
    private const string Library = "libhs.so.5";
    private const uint Caseless = 1;
    private const uint SingleMatch = 8;
    private const uint BlockMode = 1;

    private readonly nint _database;
    private readonly nint _scratch;

    private HyperscanPeer(nint database, nint scratch)
    {
        _database = database;
        _scratch = scratch;
    }

    /// <summary>Compiles patterns, or gives null where Hyperscan is not installed.</summary>
    /// <exception cref="InvalidOperationException">Hyperscan does not take the patterns.</exception>
    public static HyperscanPeer? TryCreate(IReadOnlyList<string> patterns)
    {
        if (!NativeLibrary.TryLoad(Library, out _))
        {
            return null;
        }

        nint[] expressions = [.. patterns.Select(Marshal.StringToCoTaskMemUTF8)];
        uint[] flags = [.. patterns.Select(_ => Caseless | SingleMatch)];
        uint[] ids = [.. Enumerable.Range(0, patterns.Count).Select(id => (uint)id)];
        int compiled = Compile(expressions, flags, ids, (uint)patterns.Count, BlockMode, 0, out nint database, out nint error);
        foreach (nint expression in expressions)
        {
            Marshal.FreeCoTaskMem(expression);
        }

        nint scratch = 0;
        if (compiled != 0 || AllocateScratch(database, ref scratch) != 0)
        {
            throw new InvalidOperationException($"Hyperscan refused the patterns: {Marshal.PtrToStringUTF8(error == 0 ? 0 : Marshal.ReadIntPtr(error))}");
        }

        return new HyperscanPeer(database, scratch);
    }

    /// <summary>How many patterns occur.</summary>
    public int Count(ReadOnlySpan<byte> text)
    {
        int count = 0;
        fixed (byte* start = text)
        {
            int scanned = Scan(_database, start, (uint)text.Length, 0, _scratch, &OnMatch, &count);
            return scanned == 0 ? count : throw new InvalidOperationException($"Hyperscan gave up with code {scanned}.");
        }
    }

    /// <summary>Marks every pattern that occurs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">One mark a pattern; marks of before stay.</param>
    public void Find(ReadOnlySpan<byte> text, Span<bool> found)
    {
        fixed (byte* start = text)
        fixed (bool* marks = found)
        {
            int scanned = Scan(_database, start, (uint)text.Length, 0, _scratch, &OnFound, marks);
            if (scanned != 0)
            {
                throw new InvalidOperationException($"Hyperscan gave up with code {scanned}.");
            }
        }
    }

    public void Dispose()
    {
        _ = FreeScratch(_scratch);
        _ = FreeDatabase(_database);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnMatch(uint id, ulong from, ulong to, uint flags, void* context)
    {
        ++*(int*)context;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnFound(uint id, ulong from, ulong to, uint flags, void* context)
    {
        ((bool*)context)[id] = true;
        return 0;
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport(Library, EntryPoint = "hs_compile_multi")]
    private static partial int Compile(
        nint[] expressions, uint[] flags, uint[] ids, uint count, uint mode, nint platform, out nint database, out nint error);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport(Library, EntryPoint = "hs_alloc_scratch")]
    private static partial int AllocateScratch(nint database, ref nint scratch);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport(Library, EntryPoint = "hs_scan")]
    private static partial int Scan(
        nint database,
        byte* text,
        uint length,
        uint flags,
        nint scratch,
        delegate* unmanaged[Cdecl]<uint, ulong, ulong, uint, void*, int> onMatch,
        void* context);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport(Library, EntryPoint = "hs_free_scratch")]
    private static partial int FreeScratch(nint scratch);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport(Library, EntryPoint = "hs_free_database")]
    private static partial int FreeDatabase(nint database);
}
