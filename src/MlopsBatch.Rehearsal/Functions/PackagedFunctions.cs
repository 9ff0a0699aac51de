using System.Collections.Concurrent;
using System.IO.Compression;
using MlopsBatch.Events.Functions;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.Rehearsal.GitLab;

namespace MlopsBatch.Rehearsal.Functions;

/// <summary>
/// Runs the stack's functions as they are packaged: each instance is a process of the package's <c>bootstrap</c>, which asks Lambda's
/// runtime API for events, with the environment, layers and keys that Lambda gives it.
/// </summary>
/// <param name="server">The cloud's HTTP face.</param>
/// <param name="gitLab">GitLab, which has to have a certificate: the functions talk to it by TLS only.</param>
/// <param name="packages">Where <c>./mlops package</c> puts the functions' zips.</param>
/// <param name="folder">A folder for what is unpacked.</param>
/// <param name="time">The cloud's clock.</param>
public sealed class PackagedFunctions(
    Func<CloudServer> server,
    Func<GitLabServer> gitLab,
    DirectoryInfo packages,
    string folder,
    TimeProvider time
) : IFunctionCode, IAsyncDisposable
{
    private const string LayerRoot = "/opt/";
    private const string Program = "bootstrap";

    /// <summary>Shorter than the credentials last, so that none end within an invocation.</summary>
    private static readonly TimeSpan Credentials = TimeSpan.FromMinutes(60),
        Life = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<FunctionConfiguration, ConcurrentBag<PackagedInstance>> _warm = new();
    private readonly ConcurrentBag<PackagedInstance> _all = [];
    private readonly Lock _lock = new();

    /// <summary>The packages that aren't there.</summary>
    public static IEnumerable<string> Missing(DirectoryInfo packages) =>
        FunctionNames.All.Select(name => Zip(packages, name)).Where(zip => !File.Exists(zip));

    /// <inheritdoc/>
    public async Task<string> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var waiting = _warm.GetOrAdd(invocation.Function, _ => []);
        var now = TimeProvider.System.GetUtcNow();
        PackagedInstance? instance;
        while (waiting.TryTake(out instance) && !instance.IsUsable(now)) { }
        instance ??= await StartAsync(invocation, now + Life);
        var left = invocation.Deadline - time.GetUtcNow();
        try
        {
            return await instance.HandleAsync(invocation, now + left, cancellation);
        }
        finally
        {
            if (cancellation.IsCancellationRequested)
            {
                await instance.DisposeAsync();
            }
            else
            {
                waiting.Add(instance);
            }
        }
    }

    /// <summary>Ends every process.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _all)
        {
            await instance.DisposeAsync();
        }
    }

    private async Task<PackagedInstance> StartAsync(FunctionInvocation invocation, DateTimeOffset expires)
    {
        var root = Path.Combine(folder, invocation.RequestId);
        foreach (var (path, content) in invocation.LayerFiles)
        {
            var file = Path.Combine(root, "opt", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, content);
        }

        Directory.CreateDirectory(root);
        var instance = await PackagedInstance.StartAsync(Unpacked(invocation.Function), root, Environment(invocation, root), expires);
        _all.Add(instance);
        return instance;
    }

    private Dictionary<string, string> Environment(FunctionInvocation invocation, string root)
    {
        var (function, listening) = (invocation.Function, server());
        var key = listening.Keys.IssueSession(invocation.Account.Caller.Principal, Credentials);
        var variables = function.Environment.ToDictionary(variable => variable.Key, variable => Moved(variable.Value, root));
        variables[EnvironmentVariables.SettingsFile] = Moved(
            function.Environment.GetValueOrDefault(EnvironmentVariables.SettingsFile) ?? EnvironmentVariables.DefaultSettingsFile,
            root
        );
        if (variables.ContainsKey(EnvironmentVariables.GitLabUrl))
        {
            var authority = Path.Combine(root, "gitlab-ca.pem");
            File.WriteAllText(authority, gitLab().AuthorityPem);
            variables[EnvironmentVariables.GitLabUrl] = gitLab().SecureUrl;
            variables[EnvironmentVariables.GitLabCaFile] = authority;
        }

        variables["AWS_REGION"] = variables["AWS_DEFAULT_REGION"] = invocation.Account.Region;
        variables["AWS_ACCESS_KEY_ID"] = key.Id;
        variables["AWS_SECRET_ACCESS_KEY"] = key.Secret;
        variables["AWS_SESSION_TOKEN"] = key.SessionToken!;
        // What AWS's clients know besides: where AWS is.
        variables["AWS_ENDPOINT_URL"] = listening.Url;
        variables["AWS_LAMBDA_FUNCTION_NAME"] = function.Name;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = FormattableString.Invariant($"{function.MemorySize}");
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LogGroup;
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = "local";
        variables["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        variables["HOME"] = root;
        return variables;
    }

    /// <summary>The program of the function's package, unpacked once.</summary>
    private string Unpacked(FunctionConfiguration function)
    {
        var name = Path.GetFileNameWithoutExtension(function.CodeArchive);
        var program = Path.Combine(folder, name, Program);
        lock (_lock)
        {
            if (!File.Exists(program))
            {
                var zip = Zip(packages, name);
                if (!File.Exists(zip))
                {
                    throw new CloudException("NoFunctionCode", $"There is no package {zip}; make it with './mlops package'.");
                }

                ZipFile.ExtractToDirectory(zip, Path.GetDirectoryName(program)!);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                }
            }
        }

        return program;
    }

    private static string Zip(DirectoryInfo packages, string name) => Path.Combine(packages.FullName, name + ".zip");

    private static string Moved(string value, string root) =>
        value.StartsWith(LayerRoot, StringComparison.Ordinal) ? Path.Combine(root, "opt", value[LayerRoot.Length..]) : value;
}
