"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.IntegrationCredential = void 0;
const cdktf = require("cdktf");
class IntegrationCredential extends cdktf.TerraformResource {
    static tfResourceType = "genesyscloud_integration_credential";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "genesyscloud_integration_credential", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'genesyscloud_integration_credential',
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
        this._credentialTypeName = config.credentialTypeName;
        this._fields = config.fields;
        this._id = config.id;
        this._name = config.name;
    }
    _credentialTypeName;
    get credentialTypeName() {
        return this.getStringAttribute('credential_type_name');
    }
    set credentialTypeName(value) {
        this._credentialTypeName = value;
    }
    get credentialTypeNameInput() {
        return this._credentialTypeName;
    }
    _fields;
    get fields() {
        return this.getStringMapAttribute('fields');
    }
    set fields(value) {
        this._fields = value;
    }
    resetFields() {
        this._fields = undefined;
    }
    get fieldsInput() {
        return this._fields;
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
    synthesizeAttributes() {
        return {
            credential_type_name: cdktf.stringToTerraform(this._credentialTypeName),
            fields: cdktf.hashMapper(cdktf.stringToTerraform)(this._fields),
            id: cdktf.stringToTerraform(this._id),
            name: cdktf.stringToTerraform(this._name),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            credential_type_name: {
                value: cdktf.stringToHclTerraform(this._credentialTypeName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            fields: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._fields),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.IntegrationCredential = IntegrationCredential;
