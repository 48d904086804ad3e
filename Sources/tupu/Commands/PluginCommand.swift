import ArgumentParser

/// `tupu plugin`: the plug-ins that read documents.
struct PluginCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    help(
      "plugin", .pluginAbstract, .pluginDiscussion,
      subcommands: [
        PluginListCommand.self, PluginNewCommand.self, PluginAddCommand.self, PluginEnableCommand.self,
        PluginDisableCommand.self, PluginCheckCommand.self, PluginTestCommand.self, PluginTraceCommand.self,
      ])
  }
}
