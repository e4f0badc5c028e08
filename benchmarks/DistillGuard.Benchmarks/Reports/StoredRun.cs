// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.Benchmarks.Reports;

/// <summary>The figures of one stored run, by class, method and parameters.</summary>
internal sealed class StoredRun
{
    private readonly Dictionary<(string Class, string Method, string Parameters), StoredRow> _rows = [];

    private StoredRun()
    {
    }

    /// <summary>Reads the JSON files of a folder: one for each class, named for it.</summary>
    public static StoredRun Read(string folder)
    {
        var run = new StoredRun();
        foreach (string file in Directory.EnumerateFiles(folder, "*.json"))
        {
            run.Add(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
        }

        return run;
    }

    /// <summary>A run of one class, from its JSON.</summary>
    public static StoredRun Of(string className, string json)
    {
        var run = new StoredRun();
        run.Add(className, json);
        return run;
    }

    /// <summary>A row, or <see langword="null"/> when it was not measured.</summary>
    /// <param name="className">The class.</param>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters as in <c>Prompt=English</c>; empty without any.</param>
    public StoredRow? Find(string className, string method, string parameters) =>
        _rows.TryGetValue((className, method, parameters), out StoredRow? row) && row.LeastNanoseconds is not null ? row : null;

    private void Add(string className, string json)
    {
        foreach (StoredRow row in JsonSerializer.Deserialize<StoredRow[]>(json, JsonSerializerOptions.Strict) ?? [])
        {
            _rows.Add((className, row.Method, row.Parameters.TrimStart('[').TrimEnd(']')), row);
        }
    }
}
