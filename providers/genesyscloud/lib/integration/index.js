"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Integration = exports.IntegrationConfigAOutputReference = void 0;
exports.integrationConfigAToTerraform = integrationConfigAToTerraform;
exports.integrationConfigAToHclTerraform = integrationConfigAToHclTerraform;
const cdktf = require("cdktf");
function integrationConfigAToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        advanced: cdktf.stringToTerraform(struct.advanced),
        credentials: cdktf.hashMapper(cdktf.stringToTerraform)(struct.credentials),
        name: cdktf.stringToTerraform(struct.name),
        notes: cdktf.stringToTerraform(struct.notes),
        properties: cdktf.stringToTerraform(struct.properties),
    };
}
function integrationConfigAToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        advanced: {
            value: cdktf.stringToHclTerraform(struct.advanced),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        credentials: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.credentials),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        name: {
            value: cdktf.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        notes: {
            value: cdktf.stringToHclTerraform(struct.notes),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        properties: {
            value: cdktf.stringToHclTerraform(struct.properties),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class IntegrationConfigAOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false, 0);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._advanced !== undefined) {
            hasAnyValues = true;
            internalValueResult.advanced = this._advanced;
        }
        if (this._credentials !== undefined) {
            hasAnyValues = true;
            internalValueResult.credentials = this._credentials;
        }
        if (this._name !== undefined) {
            hasAnyValues = true;
            internalValueResult.name = this._name;
        }
        if (this._notes !== undefined) {
            hasAnyValues = true;
            internalValueResult.notes = this._notes;
        }
        if (this._properties !== undefined) {
            hasAnyValues = true;
            internalValueResult.properties = this._properties;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this._advanced = undefined;
            this._credentials = undefined;
            this._name = undefined;
            this._notes = undefined;
            this._properties = undefined;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this._advanced = value.advanced;
            this._credentials = value.credentials;
            this._name = value.name;
            this._notes = value.notes;
            this._properties = value.properties;
        }
    }
    _advanced;
    get advanced() {
        return this.getStringAttribute('advanced');
    }
    set advanced(value) {
        this._advanced = value;
    }
    resetAdvanced() {
        this._advanced = undefined;
    }
    get advancedInput() {
        return this._advanced;
    }
    _credentials;
    get credentials() {
        return this.getStringMapAttribute('credentials');
    }
    set credentials(value) {
        this._credentials = value;
    }
    resetCredentials() {
        this._credentials = undefined;
    }
    get credentialsInput() {
        return this._credentials;
    }
    _name;
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
    }
    _notes;
    get notes() {
        return this.getStringAttribute('notes');
    }
    set notes(value) {
        this._notes = value;
    }
    resetNotes() {
        this._notes = undefined;
    }
    get notesInput() {
        return this._notes;
    }
    _properties;
    get properties() {
        return this.getStringAttribute('properties');
    }
    set properties(value) {
        this._properties = value;
    }
    resetProperties() {
        this._properties = undefined;
    }
    get propertiesInput() {
        return this._properties;
    }
}
exports.IntegrationConfigAOutputReference = IntegrationConfigAOutputReference;
class Integration extends cdktf.TerraformResource {
    static tfResourceType = "genesyscloud_integration";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "genesyscloud_integration", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'genesyscloud_integration',
            terraformGeneratorMetadata: {
                providerName: 'genesyscloud',
                providerVersionConstraint: '1.84.1'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._id = config.id;
        this._integrationType = config.integrationType;
        this._intendedState = config.intendedState;
        this._config.internalValue = config.config;
    }
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    resetId() {
        this._id = undefined;
    }
    get idInput() {
        return this._id;
    }
    _integrationType;
    get integrationType() {
        return this.getStringAttribute('integration_type');
    }
    set integrationType(value) {
        this._integrationType = value;
    }
    get integrationTypeInput() {
        return this._integrationType;
    }
    _intendedState;
    get intendedState() {
        return this.getStringAttribute('intended_state');
    }
    set intendedState(value) {
        this._intendedState = value;
    }
    resetIntendedState() {
        this._intendedState = undefined;
    }
    get intendedStateInput() {
        return this._intendedState;
    }
    _config = new IntegrationConfigAOutputReference(this, "config");
    get config() {
        return this._config;
    }
    putConfig(value) {
        this._config.internalValue = value;
    }
    resetConfig() {
        this._config.internalValue = undefined;
    }
    get configInput() {
        return this._config.internalValue;
    }
    synthesizeAttributes() {
        return {
            id: cdktf.stringToTerraform(this._id),
            integration_type: cdktf.stringToTerraform(this._integrationType),
            intended_state: cdktf.stringToTerraform(this._intendedState),
            config: integrationConfigAToTerraform(this._config.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            integration_type: {
                value: cdktf.stringToHclTerraform(this._integrationType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            intended_state: {
                value: cdktf.stringToHclTerraform(this._intendedState),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            config: {
                value: integrationConfigAToHclTerraform(this._config.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "IntegrationConfigAList",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Integration = Integration;
