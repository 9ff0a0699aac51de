// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
namespace Pulumi.Aws.Lambda;

[EnumType]
public readonly struct Runtime : IEquatable<Runtime>
{
    private readonly string _value;

    private Runtime(string value) => _value = value;

    public static Runtime Dotnet6 { get; } = new("dotnet6");
    public static Runtime Dotnet8 { get; } = new("dotnet8");
    public static Runtime Dotnet10 { get; } = new("dotnet10");
    public static Runtime Java11 { get; } = new("java11");
    public static Runtime Java17 { get; } = new("java17");
    public static Runtime Java21 { get; } = new("java21");
    public static Runtime Java25 { get; } = new("java25");
    public static Runtime Java8AL2 { get; } = new("java8.al2");
    public static Runtime NodeJS18dX { get; } = new("nodejs18.x");
    public static Runtime NodeJS20dX { get; } = new("nodejs20.x");
    public static Runtime NodeJS22dX { get; } = new("nodejs22.x");
    public static Runtime NodeJS24dX { get; } = new("nodejs24.x");
    public static Runtime CustomAL2 { get; } = new("provided.al2");
    public static Runtime CustomAL2023 { get; } = new("provided.al2023");
    public static Runtime Python3d10 { get; } = new("python3.10");
    public static Runtime Python3d11 { get; } = new("python3.11");
    public static Runtime Python3d12 { get; } = new("python3.12");
    public static Runtime Python3d13 { get; } = new("python3.13");
    public static Runtime Python3d14 { get; } = new("python3.14");
    public static Runtime Python3d9 { get; } = new("python3.9");
    public static Runtime Ruby3d2 { get; } = new("ruby3.2");
    public static Runtime Ruby3d3 { get; } = new("ruby3.3");
    public static Runtime Ruby3d4 { get; } = new("ruby3.4");
    public static Runtime Dotnet5d0 { get; } = new("dotnet5.0");
    public static Runtime Dotnet7 { get; } = new("dotnet7");
    public static Runtime DotnetCore2d1 { get; } = new("dotnetcore2.1");
    public static Runtime DotnetCore3d1 { get; } = new("dotnetcore3.1");
    public static Runtime Go1dx { get; } = new("go1.x");
    public static Runtime Java8 { get; } = new("java8");
    public static Runtime NodeJS10dX { get; } = new("nodejs10.x");
    public static Runtime NodeJS12dX { get; } = new("nodejs12.x");
    public static Runtime NodeJS14dX { get; } = new("nodejs14.x");
    public static Runtime NodeJS16dX { get; } = new("nodejs16.x");
    public static Runtime Custom { get; } = new("provided");
    public static Runtime Python2d7 { get; } = new("python2.7");
    public static Runtime Python3d6 { get; } = new("python3.6");
    public static Runtime Python3d7 { get; } = new("python3.7");
    public static Runtime Python3d8 { get; } = new("python3.8");
    public static Runtime Ruby2d5 { get; } = new("ruby2.5");
    public static Runtime Ruby2d7 { get; } = new("ruby2.7");

    public static bool operator ==(Runtime left, Runtime right) => left.Equals(right);

    public static bool operator !=(Runtime left, Runtime right) => !left.Equals(right);

    public static explicit operator string(Runtime value) => value._value;

    public bool Equals(Runtime other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Runtime other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode() ?? 0;

    public override string ToString() => _value;
}
